import type { Reading, RenderedMessage } from '../../app/ports.ts';
import type { MessageBody } from '../../domain/effects.ts';
import type { UserId } from '../../domain/identifiers.ts';
import { type Incident, isOver, type SummaryState } from '../../domain/incident.ts';
import { actions, button, context, section } from '../blocks.ts';
import { actionIds } from '../ids.ts';
import { quote } from '../mrkdwn.ts';
import { refer } from '../references.ts';
import { slackDayAndTime } from '../words/dates.ts';
import type { Words } from '../words/words.ts';
import { questionsOf } from './manager-questions.ts';
import { type Block, mention } from './parts.ts';

/**
 * The manager's DM: the engineer's own words and the bare facts; nothing that was written in fright. `other`: somebody
 * who is told beside the manager, whose *Seen* it is not.
 */
export function summaryMessage(
  reading: Reading,
  words: Words,
  other: UserId | null = null,
): RenderedMessage | null {
  const { incident, words: typed } = reading;
  const { summary } = incident;
  if (summary === null) return null;
  const text = summary.words === null ? undefined : typed.get(summary.words);
  const blocks: Block[] = [section(words.summary.sayFirst), section(title(incident, summary, words))];
  if (text !== undefined) blocks.push(section(quote(text, { maxLength: 2500, maxLines: 60 })));
  if (summary.words === null) blocks.push(section(kindsOf(incident, words)));
  blocks.push(context(facts(incident, words)));
  blocks.push(...questionsOf(reading, other ?? incident.manager, words));
  if (summary.state === 'seen' && other === null) blocks.push(context([words.summary.seenLine]));
  blocks.push(buttons(incident, summary.state === 'seen' || other !== null, words));
  return { text: words.summary.preview, blocks };
}

function title(incident: Incident, { words: written, ranOut }: SummaryState, words: Words): string {
  const name = words.common.incidentName(incident.number);
  const person = mention(incident.engineer);
  if (written !== null) return words.summary.title(person, name);
  const first = words.summary.factsTitle(person, name);
  return ranOut ? `${first}\n${words.summary.ranOut(person)}` : first;
}

/** Of the answers only those that were chosen from a list: what was typed is not a fact. */
function kindsOf({ impact }: Incident, words: Words): string {
  const kinds = impact.kinds.filter((kind) => kind !== 'unknown');
  return words.summary.kinds(kinds.map(words.screens.impact.kindShort));
}

/** True at any time, since the message goes on showing the incident as it is. */
function facts(incident: Incident, words: Words): readonly string[] {
  const { helpers, severity, openedAt, endedAt, status } = incident;
  const since = words.summary.facts(words.summary.severityOf(severity.level), slackDayAndTime(openedAt));
  const { helpers: say, helped, noHelper, over, fine } = words.summary;
  const people = helpers.map(mention);
  if (endedAt === null) return [since, people.length === 0 ? noHelper : say(people)];
  const how = status === 'dismissed' ? fine : over(slackDayAndTime(endedAt));
  return people.length === 0 ? [since, how] : [since, how, helped(people)];
}

/** Also after the end: a question may come then, and so may somebody's boss. */
function buttons({ id }: Incident, isSeen: boolean, words: Words): Block {
  const value = refer({ incident: id });
  const seen = button(actionIds.seen, words.summary.seen, { value, style: 'primary' });
  return actions([
    ...(isSeen ? [] : [seen]),
    button(actionIds.askQuestion, words.questions.ask, { value }),
    button(actionIds.copyForBoss, words.boss.button, { value }),
  ]);
}

/** How it ended, for a manager who was told that it began. */
export function closingSummary({ incident }: Reading, words: Words): RenderedMessage | null {
  if (!isOver(incident)) return null;
  const name = words.common.incidentName(incident.number);
  const fine = incident.status === 'dismissed';
  const first = fine
    ? words.summary.closingFine(name)
    : words.summary.closingOver(name, mention(incident.engineer));
  const blocks: Block[] = [section(first)];
  if (!fine && incident.endedAt !== null) {
    const severity = words.summary.severityOf(incident.severity.level);
    const [from, to] = [slackDayAndTime(incident.openedAt), slackDayAndTime(incident.endedAt)];
    blocks.push(context([words.summary.closingFacts(severity, from, to)]));
    blocks.push(section(words.summary.closingNext));
  }
  return { text: words.closing.preview, blocks };
}

/** What changed since a manager was told; null when it ended before it was said, which has a message of its own. */
export function managerUpdate(
  { incident }: Reading,
  { news }: Extract<MessageBody, { kind: 'manager_update' }>,
  words: Words,
): RenderedMessage | null {
  if (isOver(incident)) return null;
  const { level, reason } = incident.severity;
  const { updateTitle, updateReopened, updateSeverity, updateNext, previewUpdate } = words.summary;
  const severity = words.common.severity(level);
  const said =
    news === 'reopened'
      ? updateReopened(severity)
      : updateSeverity(severity, words.common.severityReason(reason));
  const title = updateTitle(mention(incident.engineer), words.common.incidentName(incident.number));
  const value = refer({ incident: incident.id });
  const ask = button(actionIds.askQuestion, words.questions.ask, { value });
  return {
    text: previewUpdate,
    blocks: [section(`${title}\n${said}`), context([updateNext]), actions([ask])],
  };
}
