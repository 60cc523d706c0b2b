import type { Delivery } from './commands.ts';
import type { Decision, Draft } from './decision.ts';
import { rejected } from './decision.ts';
import type { MovedOn } from './effects.ts';
import type { AskId, UserId } from './identifiers.ts';
import type { Ask } from './incident.ts';
import { findAsk, isOver, waitingAsks } from './incident.ts';
import { answerBy, ladderFor, nextRung } from './ladder.ts';

/** A second press within this time is taken for a double click, not for a wish for one more person. */
const doubleClick = 10_000;

/**
 * *Yes*, *Get me a person*, *I need a person now*. Somebody is asked, unless somebody is here or being waited for
 * already; with `more`, the next one is asked all the same.
 */
export function wantHelp(draft: Draft, more: boolean): Decision {
  const incident = draft.incident();
  if (!incident.helpWanted) draft.emit({ type: 'help_wanted' });
  if (incident.ladder.length === 0) {
    const rungs = ladderFor(incident.engineer, draft.context.circle);
    if (rungs.length > 0) draft.emit({ type: 'rungs_added', rungs });
  }
  if (!needsAnother(draft, more)) return draft.decided();
  if (askNext(draft) === null) {
    const { version } = draft.incident();
    draft.send(`nobody_to_ask:${version}`, { to: 'place' }, { kind: 'nobody_to_ask' });
  }
  return draft.decided();
}

function needsAnother(draft: Draft, more: boolean): boolean {
  const { asks, helpers } = draft.incident();
  if (more) return !asks.some((ask) => draft.context.now - ask.askedAt < doubleClick);
  if (helpers.length > 0) return false;
  return !waitingAsks(draft.incident()).some((ask) => ask.reached !== 'paused');
}

/** The person names somebody: they are remembered as the mentor when there was none, and asked at once. */
export function nameHelper(draft: Draft, person: UserId): Decision {
  const incident = draft.incident();
  if (person === incident.engineer) return rejected('helper_is_engineer');
  if (!incident.helpWanted) draft.emit({ type: 'help_wanted' });
  if (draft.context.circle.mentor === null) {
    draft.also({ kind: 'remember_mentor', engineer: incident.engineer, person });
  }
  const earlier = incident.asks.find((ask) => ask.person === person);
  if (earlier?.state === 'asked' || earlier?.state === 'accepted') return draft.decided();
  if (!incident.ladder.some((rung) => rung.person === person)) {
    draft.emit({ type: 'rungs_added', rungs: [{ kind: 'named', person }] });
  }
  ask(draft, person, 'named');
  return draft.decided();
}

/** Asks the next person on the ladder; at its end the engineer is told, once, and can name somebody. */
export function askNext(draft: Draft): Ask | null {
  const rung = nextRung(draft.incident());
  if (rung !== null) return ask(draft, rung.person, rung.kind);
  if (!draft.incident().ladderExhausted) {
    draft.emit({ type: 'ladder_exhausted' });
  }
  return null;
}

function ask(draft: Draft, person: UserId, rung: Ask['rung']): Ask | null {
  const incident = draft.incident();
  const id: AskId = `a${incident.asks.length + 1}`;
  const due = answerBy(draft.context.now, incident.severity.level);
  draft.emit({ type: 'help_asked', ask: id, person, rung, answerBy: due });
  draft.send(`ask:${id}`, { to: 'person', user: person }, { kind: 'ask', ask: id });
  draft.wake(`ask:${id}`, due, { kind: 'ask_due', ask: id });
  return findAsk(draft.incident(), id) ?? null;
}

/** *I'm with them* or *I can't*. Answering again the same way changes nothing. */
export function answerAsk(draft: Draft, id: AskId, answer: 'accept' | 'decline'): Decision {
  const incident = draft.incident();
  const asked = findAsk(incident, id);
  if (asked === undefined || asked.person !== draft.context.actor?.user) return rejected('no_such_ask');
  if (isOver(incident)) return rejected('incident_over');
  if (answer === 'accept') {
    if (asked.state === 'accepted') return draft.decided();
    draft.emit({ type: 'ask_accepted', ask: id });
    draft.send(`helper_came:${id}`, { to: 'place' }, { kind: 'helper_came', ask: id });
    sendWaitingSteps(draft, asked.person);
    return draft.decided();
  }
  if (asked.state === 'declined') return draft.decided();
  const wasWaiting = asked.state === 'asked' || asked.state === 'accepted';
  draft.emit({ type: 'ask_declined', ask: id });
  if (wasWaiting) moveOn(draft, id, 'declined');
  return draft.decided();
}

/** A step that waits for a second person goes to whoever has just come. */
function sendWaitingSteps(draft: Draft, person: UserId): void {
  for (const step of draft.incident().steps) {
    if (step.state !== 'waiting' || step.author === person) continue;
    const key = `step_check:${step.id}:${step.words}:${person}`;
    draft.send(key, { to: 'person', user: person }, { kind: 'step_check', step: step.id, person });
  }
}

/** What became of the message that asked: silence from Slack's side must not become silence for the person. */
export function askDelivery(draft: Draft, id: AskId, delivery: Delivery): Decision {
  const asked = findAsk(draft.incident(), id);
  if (asked === undefined || asked.reached !== null || asked.state === 'refused') return draft.decided();
  if (delivery.outcome === 'refused') {
    draft.emit({ type: 'ask_refused', ask: id, reason: delivery.reason });
    if (asked.state === 'asked') moveOn(draft, id, 'refused');
    return draft.decided();
  }
  draft.emit({ type: 'ask_delivered', ask: id, paused: delivery.paused });
  if (isOver(draft.incident())) {
    // It ended while the message was on its way: nobody is left wondering.
    draft.send(`stood_down:${id}`, { to: 'person', user: asked.person }, { kind: 'stood_down', ask: id });
    return draft.decided();
  }
  // A message to somebody whose notifications are off does not count as asked: the next one is tried at once as well.
  if (delivery.paused && asked.state === 'asked') moveOn(draft, id, 'paused');
  return draft.decided();
}

/** The time to answer has passed. */
export function askDue(draft: Draft, id: AskId): Decision {
  const asked = findAsk(draft.incident(), id);
  if (isOver(draft.incident()) || asked?.state !== 'asked') return draft.decided();
  draft.emit({ type: 'ask_unanswered', ask: id });
  // When notifications were off the next person has been asked already.
  if (asked.reached !== 'paused') moveOn(draft, id, 'unanswered');
  return draft.decided();
}

/** Nobody has answered under a message that Oops took for a cry for help: a mentor is asked all the same. */
export function silenceDue(draft: Draft): Decision {
  const incident = draft.incident();
  if (isOver(incident) || incident.helpWanted) return draft.decided();
  return wantHelp(draft, false);
}

function moveOn(draft: Draft, from: AskId, why: MovedOn): void {
  const incident = draft.incident();
  const othersHere = incident.asks.some((ask) => ask.id !== from && ask.state === 'accepted');
  if (isOver(incident) || othersHere) return;
  const next = askNext(draft);
  draft.send(
    `help_moved:${from}:${why}`,
    { to: 'place' },
    { kind: 'help_moved', from, why, next: next?.id ?? null },
  );
}
