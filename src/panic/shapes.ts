import { alternatives } from './cue-patterns.ts';
import { englishLists } from './words-english.ts';

const deeds = `${alternatives(englishLists.damage)}|${alternatives(englishLists.act)}`;
const openers = `${alternatives(englishLists.fillers)}|oops|shit|fuck|fucking|crap|omg|um|uhh?|ok|so|help|guys|hey|sorry|damn|hi|hello|all|team`;

/** Cues that are about where something stands in the message, not only which words it has. */
export const shapes = {
  /** "accidentally dropped …", "so … emailed everyone": a sentence that has a deed and leaves out its `I`. */
  startsWithDeed: new RegExp(`(?:^| [.!] )(?:(?:${openers}) |[.!] ){0,5}(?:${deeds})(?= )`, 'u'),
  startsWithHelp:
    /^ (?:[^ .?!]{1,24} ){0,2}(?:help|hlep|halp|aiuto|ayuda|hilfe|socorro)(?= (?:[.!]|$|please|me|i|ive|the|my|we|ich|ik|ho)(?: |$)| $)/u,
  endsWithHelp: / (?:help|hlep|halp|sos)(?: please| pls| me| now)?(?: [!.]){0,9} $/u,
  /** The same words again right away: "prod is down prod is down". */
  repeats: / ([^ .?!]{3,24}(?: [^ .?!]{1,24}){0,2}) (?:[.!] )?\1(?= )/u,
  exclaims: / ! !(?= )/u,
  question: / \?(?= )/u,
} as const satisfies Record<string, RegExp>;
