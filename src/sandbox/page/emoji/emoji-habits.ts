import { keep, kept } from '../state/kept.ts';

const usual = ['+1', 'eyes', 'white_check_mark', 'raised_hands', 'heart', 'pray', 'tada', 'sos'];
const most = 16;

/** The emoji this browser's people took last, newest first, filled up with usual ones. */
export function recentEmoji(): string[] {
  const before = kept('local', 'emoji-recent');
  const taken = Array.isArray(before)
    ? before.filter((each): each is string => typeof each === 'string')
    : [];
  return [...new Set([...taken, ...usual])].slice(0, most);
}

/** @param name with its skin tone, if it has one */
export function rememberEmoji(name: string): void {
  keep('local', 'emoji-recent', [...new Set([name, ...recentEmoji()])].slice(0, most));
}

/** The skin that is preferred: 2 (light) to 6 (dark), or 1 for none. */
export function preferredTone(): number {
  const before = kept('local', 'emoji-tone');
  return typeof before === 'number' && before >= 2 && before <= 6 ? before : 1;
}

export function preferTone(tone: number): void {
  keep('local', 'emoji-tone', tone);
}
