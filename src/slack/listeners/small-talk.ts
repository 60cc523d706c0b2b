/** Nothing but thanks, an agreement, a greeting at the end, or emoji; at most a few words. */
const words =
  /^(?:(?:ok(?:ay)?|k|great|good|nice|cool|perfect|fine|done|got it|alright|all right|all good|will do|thanks?(?: you)?(?: (?:so|very) much| a lot| oops)?|thx|ty|cheers|much appreciated|appreciate it|bye|goodbye|good night|see you|danke|merci|gracias|obrigad[oa]|grazie)[\s,.!;:)]*)+$/i;
const emojiOnly = /^(?:(?::[\w+'-]+:|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)\s*)+$/u;
const trailingEmoji = /(?:\s*(?::[\w+'-]+:|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f))+$/u;

const longest = 80;

/** Whether a message to Oops asks for nothing ("thanks", "ok :+1:"), so that one kind line is answer enough. */
export function isSmallTalk(text: string): boolean {
  const said = text.trim().slice(0, longest + 1);
  if (said.length > longest) return false;
  return emojiOnly.test(said) || words.test(said.replace(trailingEmoji, '').trim());
}
