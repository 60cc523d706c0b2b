import type { Reading, RenderedMessage } from '../../app/ports.ts';
import type { MessageBody } from '../../domain/effects.ts';
import { type Incident, isOver } from '../../domain/incident.ts';
import { ownWordTimes } from '../../domain/own-word.ts';
import { actions, button, context, section } from '../blocks.ts';
import { actionIds } from '../ids.ts';
import { quote } from '../mrkdwn.ts';
import { refer } from '../references.ts';
import { slackTime } from '../words/dates.ts';
import type { Words } from '../words/words.ts';
import { type Block, mention } from './parts.ts';

type Of<K extends MessageBody['kind']> = Extract<MessageBody, { kind: K }>;

/** To the engineer: a helper has read the summary, and it went out. */
export function summaryApproved(
  { incident }: Reading,
  { by }: Of<'summary_approved'>,
  words: Words,
): RenderedMessage | null {
  if (incident.manager === null) return null;
  const text = words.telling.approved(mention(by), mention(incident.manager));
  return { text: words.telling.preview, blocks: [section(text)] };
}

/** To the engineer: a helper would change the summary; both ways on are one press away. */
export function summaryRemarked(
  { incident, words: typed }: Reading,
  { by, words: remark }: Of<'summary_remarked'>,
  words: Words,
): RenderedMessage {
  const { preview, remarked, remarkedNext, openSummary, sendNow } = words.telling;
  const text = remark === null ? undefined : typed.get(remark);
  const blocks: Block[] = [section(remarked(mention(by)))];
  if (text !== undefined) blocks.push(section(quote(text, { maxLength: 1500, maxLines: 20 })));
  if (incident.summary?.state !== 'written') return { text: preview, blocks };
  const value = refer({ incident: incident.id });
  const open = button(actionIds.openSummary, openSummary, { value, style: 'primary' });
  const send = button(actionIds.sendSummary, sendNow, { value });
  blocks.push(section(remarkedNext), actions(isOver(incident) ? [send] : [open, send]));
  return { text: preview, blocks };
}

/** To the engineer who tells their manager themselves: until when; null when nothing runs out any more. */
export function ownWordRuns(
  { incident }: Reading,
  { kind }: Of<'own_word_begins'> | Of<'own_word_soon'>,
  words: Words,
): RenderedMessage | null {
  const { preview, begins, soon, whatFacts } = words.telling;
  const times = ownWordTimes(incident);
  if (times === null || incident.manager === null) return null;
  const say = kind === 'own_word_begins' ? begins : soon;
  const first = say(mention(incident.manager), slackTime(times.due));
  return { text: preview, blocks: [section(first), context([whatFacts]), actions(ownWays(incident, words))] };
}

function ownWays({ id }: Incident, words: Words) {
  const value = refer({ incident: id });
  return [
    button(actionIds.iHaveTold, words.telling.iHaveTold, { value, style: 'primary' }),
    button(actionIds.openSummary, words.telling.openSummary, { value }),
  ];
}

export function ownWordRanOut({ incident }: Reading, words: Words): RenderedMessage | null {
  if (incident.manager === null) return null;
  const { preview, ranOut, ranOutNext } = words.telling;
  return { text: preview, blocks: [section(`${ranOut(mention(incident.manager))} ${ranOutNext}`)] };
}
