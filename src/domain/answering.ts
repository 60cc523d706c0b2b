import type { AskAnswer } from './commands.ts';
import type { Decision, Draft } from './decision.ts';
import { rejected } from './decision.ts';
import { completeHandOff } from './hand-off.ts';
import { askNext, awaited, expects, moveOn, sayNext } from './help.ts';
import type { AskId, Instant, UserId } from './identifiers.ts';
import type { Ask } from './incident.ts';
import { findAsk, isOver, lateAsks } from './incident.ts';
import { answerBy } from './ladder.ts';
import { sendParts } from './parts.ts';
import { gather } from './room.ts';
import { sendStepCheck } from './step-check.ts';
import { sendSummaryReview } from './summary-review.ts';

/** *In 10 minutes*. */
export const laterMs = 10 * 60_000;

/** What somebody says who was asked. Answering again the same way changes nothing. */
export function answerAsk(draft: Draft, id: AskId, answer: AskAnswer): Decision {
  const incident = draft.incident();
  const asked = findAsk(incident, id);
  if (asked === undefined || asked.person !== draft.context.actor?.user) return rejected('no_such_ask');
  if (isOver(incident)) return rejected('incident_over');
  switch (answer) {
    case 'accept':
      return comes(draft, asked);
    case 'later':
      return comesLater(draft, asked);
    case 'decline':
      return cannotCome(draft, asked);
    default:
      return answer satisfies never;
  }
}

/** Somebody is with the engineer. Who was still on their way need not hurry any more. */
function comes(draft: Draft, asked: Ask): Decision {
  const { id, person } = asked;
  if (asked.state === 'accepted') return draft.decided();
  const wasHere = draft.incident().helpers.includes(person);
  draft.emit({ type: 'ask_accepted', ask: id });
  draft.also({ kind: 'refresh_screens' });
  if (!wasHere) {
    gather(draft, person);
    const { version } = draft.incident();
    draft.send(`helper_came:${id}:${version}`, { to: 'place' }, { kind: 'helper_came', ask: id });
    relieveOthers(draft, person);
    sendWaitingSteps(draft, person);
    sendParts(draft, person);
    sendSummaryReview(draft, person);
  }
  completeHandOff(draft, asked);
  return draft.decided();
}

function relieveOthers(draft: Draft, by: UserId): void {
  const { version } = draft.incident();
  for (const { id: ask, person } of lateAsks(draft.incident())) {
    if (person === by) continue;
    draft.send(`relieved:${ask}:${version}`, { to: 'person', user: person }, { kind: 'relieved', ask, by });
  }
}

/** The next one is asked at once; when the time comes they are asked again, if nobody is there by then. */
function comesLater(draft: Draft, asked: Ask): Decision {
  const { id, state } = asked;
  if (state === 'later') return draft.decided();
  const comesAt = draft.context.now + laterMs;
  draft.emit({ type: 'ask_postponed', ask: id, comesAt });
  draft.wake(`late:${id}`, comesAt, { kind: 'late_due', ask: id });
  const isAlone = draft.incident().helpers.length === 0;
  const waiting = awaited(draft.incident(), id);
  const next = waiting ?? (isAlone && leavesGap(asked) ? askNext(draft) : null);
  const { version } = draft.incident();
  const message = { kind: 'help_later', ask: id, next: next?.id ?? null } as const;
  draft.send(`help_later:${id}:${version}`, { to: 'engineer' }, message);
  if (waiting === undefined && next !== null) sayNext(draft, next);
  draft.also({ kind: 'refresh_screens' });
  return draft.decided();
}

function cannotCome(draft: Draft, asked: Ask): Decision {
  if (asked.state === 'declined') return draft.decided();
  // Somebody who was asked twice cannot come for either.
  const others = draft
    .incident()
    .asks.filter((ask) => ask.person === asked.person && ask.id !== asked.id && expects(ask));
  for (const ask of [asked, ...others]) draft.emit({ type: 'ask_declined', ask: ask.id });
  gather(draft, null);
  remindLate(draft);
  const left = [asked, ...others].find(leavesGap);
  if (left !== undefined) moveOn(draft, left, 'declined');
  return draft.decided();
}

/** Where notifications were off, or the time had passed, the next person has been asked already. */
const leavesGap = ({ state, reached }: Ask): boolean =>
  state === 'accepted' || (state === 'asked' && reached !== 'paused');

/** A step that waits for a second person goes to whoever has just come. */
function sendWaitingSteps(draft: Draft, person: UserId): void {
  for (const step of draft.incident().steps) {
    if (step.state === 'waiting' && step.author !== person) sendStepCheck(draft, step, person);
  }
}

/** The ten minutes are over: who is still needed is asked once more. */
export function lateDue(draft: Draft, id: AskId): Decision {
  const asked = findAsk(draft.incident(), id);
  const isNeeded = !isOver(draft.incident()) && draft.incident().helpers.length === 0;
  if (isNeeded && asked?.state === 'later') remind(draft, asked);
  return draft.decided();
}

/** A helper has left after the ten minutes of somebody else had passed unnoticed. */
function remindLate(draft: Draft): void {
  if (draft.incident().helpers.length > 0) return;
  const { now } = draft.context;
  const isLate = (comesAt: Instant | null) => comesAt !== null && comesAt <= now;
  for (const ask of lateAsks(draft.incident())) if (isLate(ask.comesAt)) remind(draft, ask);
}

function remind(draft: Draft, { id, person }: Ask): void {
  const due = answerBy(draft.context.now, draft.incident().severity.level);
  draft.emit({ type: 'ask_reminded', ask: id, answerBy: due });
  const { version } = draft.incident();
  draft.send(
    `late_reminder:${id}:${version}`,
    { to: 'person', user: person },
    { kind: 'late_reminder', ask: id },
  );
  draft.wake(`ask:${id}`, due, { kind: 'ask_due', ask: id });
}
