import { phrasePattern, piecePattern } from './cue-patterns.ts';
import type { NormalisedMessage } from './normalise.ts';
import { shapes } from './shapes.ts';
import { englishAlarm, englishCalm, englishLists } from './words-english.ts';
import { otherLanguages, withoutSpaces } from './words-other-languages.ts';

/** What each cue is called where people read it: "Why did Oops think so?" */
export const cueLabels = {
  iDamaged: 'says they damaged something',
  damaged: 'names damage',
  iActed: 'says what they did',
  startsWithDeed: 'begins with what was done',
  accident: 'calls it an accident',
  wrongThing: 'the wrong thing or place',
  production: 'names production',
  valuable: 'names something that matters',
  everyone: 'customers or everybody are affected',
  sentToAll: 'something went to everybody',
  secret: 'names a secret',
  exposedTo: 'seen by people who should not',
  gone: 'something is gone',
  down: 'something does not work',
  spreading: 'it is still happening',
  myDoing: 'says it is their doing',
  agentDid: 'a program did it for them',
  askHelp: 'asks for help',
  startsWithHelp: 'begins with a call for help',
  endsWithHelp: 'ends with a call for help',
  urgent: 'says it is urgent',
  howUndo: 'asks how to undo it',
  distress: 'sounds distressed',
  fired: 'fears for their job',
  repeats: 'repeats themselves',
  exclaims: 'several exclamation marks',
  shouts: 'written in capitals',
  broadcast: 'calls the whole channel',
  hedges: 'says it may be so',
  unsure: 'is unsure what they did',
  askCheck: 'asks somebody to check',
  question: 'asks a question',
  damageThatMatters: 'damage to something that matters',
  damageWithCall: 'damage and a call for help',
  deedThatMatters: 'a deed with consequences for others',
  stateThatIsMine: 'a bad state, and their own doing',
  stateWithCall: 'a bad state and a call for help',
  distressThatMatters: 'distress about something that matters',
  doubtAboutDeed: 'doubt about something they did',
  nothingHappened: 'names nothing that happened',
  past: 'a story of the past',
  hypothetical: 'only imagined',
  planned: 'planned, or a suggestion',
  resolved: 'already resolved',
  harmlessPlace: 'a harmless place',
  ownComputer: 'about their own computer',
  staging: 'a test environment',
  everyday: 'about everyday life',
  joking: 'a joke',
  others: 'about other people',
  advice: 'advice to somebody',
  howTo: 'a general question',
  notUrgent: 'says it can wait',
  negated: 'says it did not happen',
  positive: 'thanks or praise',
  machine: 'looks like output of a program',
  long: 'a long message',
  veryLong: 'a very long message',
} as const;

export type CueName = keyof typeof cueLabels;

const english = { ...englishAlarm, ...englishCalm };

const patterns: readonly (readonly [CueName, RegExp])[] = [
  ...named(english).map(([name, words]) => [name, phrasePattern(words, englishLists)] as const),
  ...named(otherLanguages).map(([name, words]) => [name, phrasePattern(words)] as const),
  ...named(shapes),
];
const patternsWithoutSpaces = named(withoutSpaces).map(
  ([name, words]) => [name, piecePattern(words)] as const,
);

/** Only worth looking for where such letters are. */
const hasNoSpaces = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

function named<Value>(table: Partial<Record<CueName, Value>>): readonly (readonly [CueName, Value])[] {
  return Object.entries(table) as [CueName, Value][];
}

/** The names of all cues that a message shows, each once. */
export function cuesOf({ text, shouting }: NormalisedMessage): ReadonlySet<CueName> {
  const found = new Set<CueName>();
  const scan = (list: typeof patterns) => {
    for (const [name, pattern] of list) {
      if (!found.has(name) && pattern.test(text)) found.add(name);
    }
  };
  scan(patterns);
  if (hasNoSpaces.test(text)) scan(patternsWithoutSpaces);
  if (shouting > 0.7 && text.length > 12) found.add('shouts');
  if (text.length > 250) found.add('long');
  if (text.length > 700) found.add('veryLong');
  for (const name of combinations(found)) found.add(name);
  return found;
}

/** Two halves that mean more together than apart. */
function combinations(found: ReadonlySet<CueName>): readonly CueName[] {
  const some = (...names: readonly CueName[]) => names.some((name) => found.has(name));
  const stakes = some('production', 'valuable', 'everyone', 'secret', 'exposedTo', 'wrongThing');
  const call = some(
    'askHelp',
    'startsWithHelp',
    'endsWithHelp',
    'howUndo',
    'urgent',
    'distress',
    'fired',
    'accident',
    'broadcast',
    'shouts',
  );
  const deed = some('iActed', 'startsWithDeed', 'myDoing', 'agentDid');
  const state = some('gone', 'down', 'spreading');
  const happened =
    state ||
    deed ||
    some('iDamaged', 'damaged', 'accident', 'wrongThing', 'exposedTo', 'distress', 'sentToAll', 'fired');
  const pairs: readonly (readonly [CueName, boolean])[] = [
    ['damageThatMatters', some('iDamaged') && stakes],
    ['damageWithCall', some('iDamaged', 'damaged') && call],
    [
      'deedThatMatters',
      deed && (some('wrongThing', 'accident', 'exposedTo') || (some('everyone') && (state || call))),
    ],
    ['stateThatIsMine', state && (deed || some('iDamaged'))],
    ['stateWithCall', state && call],
    ['distressThatMatters', stakes && some('distress', 'fired', 'repeats', 'shouts', 'exclaims')],
    ['nothingHappened', !happened],
    ['doubtAboutDeed', some('unsure', 'hedges', 'askCheck', 'question') && (deed || some('iDamaged'))],
  ];
  return pairs.filter(([, holds]) => holds).map(([name]) => name);
}
