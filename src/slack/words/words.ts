import { en, type Words } from './en.ts';

export type { Words } from './en.ts';

/** The words for a locale as Slack writes it (`en-GB`); English where there is no other. */
export function wordsFor(_locale: string): Words {
  return en;
}
