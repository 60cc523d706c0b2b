import type { Delivery } from './commands.ts';
import type { Decision, Draft } from './decision.ts';
import { rejected } from './decision.ts';
import type { AskedWhy, MovedOn } from './effects.ts';
import type { AskId, Instant, UserId } from './identifiers.ts';
import type { Ask, Incident } from './incident.ts';
import { findAsk, isOver, waitingAsks } from './incident.ts';
import { answerBy, ladderFor, nextRung } from './ladder.ts';
import { asksAfterSilence } from './silence.ts';

/** A second press within this time is taken for a double click, not for a wish for one more person. */
const doubleClick = 10_000;

/**
 * *Yes*, *Get me a person*, *I need a person now*. Somebody is asked, unless somebody is here or being waited for
 * already; with `more`, the next one is asked all the same. When there is nobody to ask, the person hears that.
 */
export function wantHelp(draft: Draft, more: boolean): Decision {
  beginAsking(draft);
  if (!needsAnother(draft, more)) return draft.decided();
  const next = askNext(draft);
  if (next === null) sayNobodyToAsk(draft);
  else if (more) sayAsked(draft, next, 'more');
  return draft.decided();
}

/** From here on help is wanted. Whom the directory names is copied now, so that later changes do not confuse a ladder. */
export function beginAsking(draft: Draft): void {
  const { helpWanted, ladder, engineer } = draft.incident();
  if (!helpWanted) draft.emit({ type: 'help_wanted' });
  if (ladder.length > 0) return;
  const rungs = ladderFor(engineer, draft.context.circle, draft.context.policy.pool);
  if (rungs.length > 0) draft.emit({ type: 'rungs_added', rungs });
}

function needsAnother(draft: Draft, more: boolean): boolean {
  const { asks, helpers, ladderExhaustedAt } = draft.incident();
  const justNow = (at: Instant) => draft.context.now - at < doubleClick;
  if (ladderExhaustedAt !== null && justNow(ladderExhaustedAt)) return false;
  // The first was asked on the cry for help itself: a press right after it is not its second press.
  if (more) return !asks.slice(1).some((ask) => justNow(ask.askedAt));
  return helpers.length === 0 && awaited(draft.incident()) === undefined;
}

/**
 * Somebody whose answer is worth waiting for: who was messaged with notifications off does not count as asked, and the
 * owner of a service is asked for something else.
 */
export function awaited(incident: Incident, except?: AskId): Ask | undefined {
  return waitingAsks(incident).find(
    (ask) => ask.id !== except && ask.reached !== 'paused' && ask.rung !== 'owner',
  );
}

function sayAsked(draft: Draft, { id }: Ask, why: AskedWhy): void {
  draft.send(`help_asked:${id}`, { to: 'place' }, { kind: 'help_asked', ask: id, why });
}

export function sayNobodyToAsk(draft: Draft): void {
  draft.send(`nobody_to_ask:${draft.incident().version}`, { to: 'engineer' }, { kind: 'nobody_to_ask' });
}

/** The person names somebody: they are remembered as the mentor when there was none, and asked at once. */
export function nameHelper(draft: Draft, person: UserId): Decision {
  const { engineer, manager } = draft.incident();
  if (person === engineer) return rejected('helper_is_engineer');
  const isManager = person === manager || person === draft.context.circle.manager;
  // A helper reads what was written in fright: that the manager does is for the engineer to choose.
  if (isManager && draft.context.actor?.user !== engineer) return rejected('helper_is_manager');
  beginAsking(draft);
  if (draft.context.circle.mentor === null) draft.also({ kind: 'remember_mentor', engineer, person });
  const { asks, ladder } = draft.incident();
  const waitsOrIsHere = asks.some((ask) => ask.person === person && expects(ask));
  if (waitsOrIsHere) return draft.decided();
  if (!ladder.some((rung) => rung.person === person)) {
    draft.emit({ type: 'rungs_added', rungs: [{ kind: 'named', person }] });
  }
  sayAsked(draft, ask(draft, person, 'named'), 'named');
  return draft.decided();
}

/** Somebody who has been asked, or who comes, or is here: asking once more would only trouble them. */
export const expects = ({ state }: Ask): boolean =>
  state === 'asked' || state === 'later' || state === 'accepted';

/** Asks the next person on the ladder. At its end null: whoever calls this tells the engineer, who can name somebody. */
export function askNext(draft: Draft): Ask | null {
  const rung = nextRung(draft.incident());
  if (rung !== null) return ask(draft, rung.person, rung.kind);
  draft.emit({ type: 'ladder_exhausted' });
  askInChannel(draft);
  return null;
}

/** Nobody is left on the ladder: a person is asked for where the helpers are, once. */
function askInChannel(draft: Draft): void {
  const channel = draft.context.policy.helpersChannel;
  if (channel === null || draft.incident().channelAsked !== null) return;
  draft.emit({ type: 'channel_asked', channel });
  const { version } = draft.incident();
  draft.send(`channel_ask:${version}`, { to: 'channel', channel }, { kind: 'channel_ask' });
}

export function ask(draft: Draft, person: UserId, rung: Ask['rung']): Ask {
  const incident = draft.incident();
  const id: AskId = `a${incident.asks.length + 1}`;
  const due = answerBy(draft.context.now, incident.severity.level);
  draft.emit({ type: 'help_asked', ask: id, person, rung, answerBy: due });
  draft.send(`ask:${id}`, { to: 'person', user: person }, { kind: 'ask', ask: id });
  draft.wake(`ask:${id}`, due, { kind: 'ask_due', ask: id });
  const asked = findAsk(draft.incident(), id);
  if (asked === undefined) throw new Error('what was just decided is not there');
  return asked;
}

const hasAnswered: ReadonlySet<Ask['state']> = new Set(['accepted', 'declined', 'later', 'released']);

/** What became of the message that asked: silence from Slack's side must not become silence for the person. */
export function askDelivery(draft: Draft, id: AskId, delivery: Delivery): Decision {
  const asked = findAsk(draft.incident(), id);
  if (asked === undefined || asked.reached !== null || asked.state === 'refused') return draft.decided();
  if (delivery.outcome === 'refused') {
    // Who has answered was reached, whatever became of a second attempt.
    if (hasAnswered.has(asked.state)) return draft.decided();
    draft.emit({ type: 'ask_refused', ask: id, reason: delivery.reason });
    if (asked.state === 'asked') moveOn(draft, asked, 'refused');
    return draft.decided();
  }
  draft.emit({ type: 'ask_delivered', ask: id, paused: delivery.paused });
  const stillOpen = asked.state === 'asked' || asked.state === 'later' || asked.state === 'unanswered';
  if (isOver(draft.incident())) {
    // It ended while the message was on its way: nobody is left wondering.
    const message = { kind: 'stood_down', ask: id } as const;
    if (stillOpen) draft.send(`stood_down:${id}`, { to: 'person', user: asked.person }, message);
    return draft.decided();
  }
  // A message to somebody whose notifications are off does not count as asked: the next one is tried at once as well.
  if (delivery.paused && asked.state === 'asked') moveOn(draft, asked, 'paused');
  return draft.decided();
}

/** The time to answer has passed. */
export function askDue(draft: Draft, id: AskId): Decision {
  const asked = findAsk(draft.incident(), id);
  if (isOver(draft.incident()) || asked?.state !== 'asked') return draft.decided();
  draft.emit({ type: 'ask_unanswered', ask: id });
  // When notifications were off the next person has been asked already.
  if (asked.reached !== 'paused') moveOn(draft, asked, 'unanswered');
  return draft.decided();
}

/**
 * Nobody has answered under a message that Oops took for a cry for help: a mentor is asked all the same, and the
 * author is told, since the card alone notifies nobody.
 */
export function silenceDue(draft: Draft): Decision {
  const incident = draft.incident();
  if (isOver(incident) || incident.helpWanted || !asksAfterSilence(incident)) return draft.decided();
  wantHelp(draft, false);
  const asked = draft.incident().asks.at(-1);
  if (asked !== undefined) sayAsked(draft, asked, 'silence');
  return draft.decided();
}

/**
 * Somebody will not come. The next one is asked, unless somebody came in the meantime or is being waited for; the
 * engineer is told which.
 */
export function moveOn(draft: Draft, from: Ask, why: MovedOn): void {
  const incident = draft.incident();
  if (isOver(incident)) return;
  if (from.rung === 'owner') {
    const message = { kind: 'owner_away', ask: from.id, why } as const;
    draft.send(`owner_away:${from.id}:${incident.version}`, { to: 'engineer' }, message);
    return;
  }
  if (from.handOffFrom !== null && incident.helpers.length > 0) {
    sayHandOffMissed(draft, from, why);
    return;
  }
  if (cameMeanwhile(incident, from)) return;
  const asked = awaited(incident, from.id);
  const next = asked ?? askNext(draft);
  const { version } = draft.incident();
  const message = { kind: 'help_moved', from: from.id, why, next: next?.id ?? null } as const;
  draft.send(`help_moved:${from.id}:${why}:${version}`, { to: 'engineer' }, message);
  if (asked === undefined && next !== null) sayNext(draft, next);
  draft.also({ kind: 'refresh_screens' });
}

/** Others read only that somebody was asked: why it was their turn is for the engineer alone. */
export function sayNext(draft: Draft, { id }: Ask): void {
  if (draft.incident().place.kind === 'dm') return;
  draft.send(`help_next:${id}`, { to: 'place' }, { kind: 'help_asked', ask: id, why: 'next' });
}

/** Who is here stays: whoever wanted to hand over hears that it did not come to it. */
function sayHandOffMissed(draft: Draft, { id, person, handOffFrom }: Ask, why: MovedOn): void {
  const { engineer, version } = draft.incident();
  if (handOffFrom === null) return;
  const to =
    handOffFrom === engineer ? ({ to: 'engineer' } as const) : ({ to: 'person', user: handOffFrom } as const);
  const message = { kind: 'hand_off_missed', ask: id, why, person: handOffFrom } as const;
  draft.send(`hand_off_missed:${id}:${person}:${version}`, to, message);
}

/** A helper who was here already when this one was asked does not count: one more person was wanted then. */
function cameMeanwhile({ asks }: Incident, { id, askedAt }: Ask): boolean {
  return asks.some(
    (ask) =>
      ask.id !== id && ask.state === 'accepted' && ask.acceptedAt !== null && ask.acceptedAt >= askedAt,
  );
}
