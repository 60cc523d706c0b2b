import type { ModalView } from '@slack/types';
import type { Reading, RenderedMessage } from '../../app/ports.ts';
import type { MessageBody } from '../../domain/effects.ts';
import type { Incident } from '../../domain/incident.ts';
import { actions, button, context, input, modal, section, textInput } from '../blocks.ts';
import { actionIds, viewIds } from '../ids.ts';
import { quote } from '../mrkdwn.ts';
import { refer, referView } from '../references.ts';
import type { Words } from '../words/words.ts';
import { type Block, mention } from './parts.ts';

export const remarkLimit = 1000;

/** A helper's DM: the summary before it goes to the manager. A yes is for exactly the words it shows. */
export function summaryReview(
  { incident, words: typed }: Reading,
  { words: read, person }: Extract<MessageBody, { kind: 'summary_review' }>,
  words: Words,
): RenderedMessage | null {
  const { summary, manager } = incident;
  const { telling } = words;
  const text = telling.previewReview;
  if (summary === null || manager === null) return null;
  if (summary.words !== read) {
    const waits = summary.state === 'written' && summary.timing.kind === 'after_helper';
    return { text, blocks: [context([waits ? telling.changedSince : telling.beyond])] };
  }
  const blocks: Block[] = [
    section(telling.reviewTitle(mention(incident.engineer), words.common.incidentName(incident.number))),
  ];
  const written = typed.get(read);
  if (written !== undefined) blocks.push(section(quote(written, { maxLength: 2500, maxLines: 60 })));
  blocks.push(...answer(incident, read, person, words));
  return { text, blocks };
}

function answer(incident: Incident, read: string, person: string, words: Words): readonly Block[] {
  const { summary, manager, status } = incident;
  const { telling } = words;
  if (summary === null || manager === null) return [];
  if (summary.approvedBy !== null) {
    const { approvedBy } = summary;
    const who = approvedBy === person ? telling.approvedYou : telling.approvedOther(mention(approvedBy));
    return [context([who])];
  }
  if (summary.state !== 'written' || status === 'dismissed') return [context([telling.beyond])];
  const value = refer({ incident: incident.id, words: read });
  const choices = actions([
    button(actionIds.approveSummary, telling.approve, { value, style: 'primary' }),
    button(actionIds.questionSummary, telling.question, { value }),
  ]);
  const said = summary.remarks.some(({ by }) => by === person);
  const first = said ? telling.questionedYou : telling.reviewWhy(mention(manager));
  return [context([first, ...(said ? [] : [telling.reviewHint])]), choices];
}

/** *I would change it*: what they would change, for exactly the words they read. */
export function questionSummaryWindow(
  reference: { readonly incident: string; readonly version: number; readonly words: string },
  words: Words,
): ModalView {
  const { questionTitle, questionLabel, questionHint } = words.telling;
  const field = textInput(actionIds.remarkText, { multiline: true, maxLength: remarkLimit });
  return modal({
    ...{ title: questionTitle, callbackId: viewIds.questionSummary, submit: words.common.save },
    close: words.common.close,
    privateMetadata: referView(reference),
    blocks: [input(actionIds.remarkText, questionLabel, field, { optional: true, hint: questionHint })],
  });
}
