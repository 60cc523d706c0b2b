import type { Reading } from '../../../app/ports.ts';
import { context, section } from '../../blocks.ts';
import { quote } from '../../mrkdwn.ts';
import type { Words } from '../../words/words.ts';
import { type Block, mention } from '../parts.ts';

/** What a helper wrote for the manager. `isElsewhere`: the engineer's own words stand in the field. */
export type HelperDraft = { readonly by: string; readonly text: string; readonly isElsewhere: boolean };

/** Null when nobody wrote any. `typed`: what the engineer has typed and not sent. */
export function draftOfHelper(
  { incident, words: texts }: Reading,
  typed: string | undefined,
): HelperDraft | null {
  const draft = incident.summaryDraft;
  const text = draft === null ? undefined : texts.get(draft.words);
  if (draft === null || draft.by === null || text === undefined) return null;
  return { by: draft.by, text, isElsewhere: typed !== undefined && typed !== text };
}

/** What stood in the field when the engineer could not go on with it. */
export function givenWords({ incident, words }: Reading): string | undefined {
  const given = incident.givenParts.find((part) => part.screen === 'escalation')?.words ?? null;
  return given === null ? undefined : words.get(given);
}

/** Whose version it is; and the version itself, where it does not stand in the field. */
export function draftBlocks({ by, text, isElsewhere }: HelperDraft, words: Words): readonly Block[] {
  const { draftBy, drafted } = words.parts;
  if (!isElsewhere) return [context([drafted(mention(by))])];
  return [section(`${draftBy(mention(by))}\n${quote(text, { maxLength: 2500, maxLines: 60 })}`)];
}
