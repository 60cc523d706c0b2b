import type { EventBody, IncidentEvent } from './events.ts';

import { partDone } from './evolve-part.ts';
import { evolveSteps } from './evolve-steps.ts';
import { evolveSummary, withNews, withOwnWord, withOwnWordAnew } from './evolve-summary.ts';
import type { AskId, IncidentId, TeamId, UserId } from './identifiers.ts';
import type { AnsweredScreen, Ask, GivenPart, Incident } from './incident.ts';
import { withRoomKept, withWhereabouts } from './whereabouts.ts';

/** The first event makes the incident. Refuses any other event in that place. */
export function begin(team: TeamId, id: IncidentId, event: IncidentEvent): Incident {
  if (event.body.type !== 'incident_opened') throw new Error('a history begins with incident_opened');
  const { number, engineer, origin, place } = event.body;
  return {
    team,
    id,
    number,
    version: event.seq,
    status: 'open',
    engineer,
    openedAt: event.at,
    endedAt: null,
    origin,
    place,
    placeChosen: place.kind !== 'thread',
    title: null,
    card: 'card',
    room: null,
    rooms: 0,
    relayed: false,
    helpWanted: false,
    happened: null,
    stillHappening: null,
    impact: { affected: null, kinds: [], services: [], noticedBy: null, spreading: null, sensitive: null },
    impactTold: false,
    saidSmall: false,
    answered: {},
    severity: { level: 'unknown', reason: 'not_known_yet' },
    ladder: [],
    ladderExhaustedAt: null,
    asks: [],
    helpers: [],
    channelAsked: null,
    duty: null,
    dutyRefused: null,
    keyboard: null,
    manager: null,
    summary: null,
    summaryDraft: null,
    givenParts: [],
    alsoTold: [],
    questions: [],
    steps: [],
    notes: [],
    others: [],
  };
}

/** The incident after one more event. Total: an event that was decided always applies. */
export function evolve(incident: Incident, event: IncidentEvent): Incident {
  return { ...apply(incident, event.body, event), version: event.seq };
}

/** Adds up a whole history, oldest first. */
export function replay(team: TeamId, id: IncidentId, events: readonly IncidentEvent[]): Incident {
  const [first, ...rest] = events;
  if (first === undefined) throw new Error('a history has at least one event');
  return rest.reduce(evolve, begin(team, id, first));
}

function apply(incident: Incident, body: EventBody, event: IncidentEvent): Incident {
  switch (body.type) {
    case 'incident_opened':
    case 'first_screen_left':
      return incident;
    case 'help_wanted':
      return { ...incident, helpWanted: true };
    case 'place_moved':
    case 'place_chosen':
    case 'opened_up':
    case 'room_made':
    case 'room_joined':
    case 'room_left':
    case 'room_refused':
    case 'room_closed':
    case 'room_archived':
      return withWhereabouts(incident, body, event);
    case 'passed_on':
      return incident;
    case 'happened_told':
      return { ...incident, happened: body.words };
    case 'still_happening_told':
      return withAnswer({ ...incident, stillHappening: body.answer }, 'reassurance', event);
    case 'rungs_added':
      return { ...incident, ladder: [...incident.ladder, ...body.rungs], ladderExhaustedAt: null };
    case 'help_asked': {
      const { ask, person, rung, answerBy } = body;
      const asked: Ask = {
        id: ask,
        person,
        rung,
        state: 'asked',
        askedAt: event.at,
        answerBy,
        reached: null,
        acceptedAt: null,
        comesAt: null,
        handOffFrom: null,
      };
      return { ...incident, asks: [...incident.asks, asked] };
    }
    case 'ask_delivered':
      return withAsk(incident, body.ask, { reached: body.paused ? 'paused' : 'notified' });
    case 'ask_refused':
      return withAsk(incident, body.ask, { state: 'refused' });
    case 'ask_accepted': {
      const accepted = { state: 'accepted', acceptedAt: event.at } as const;
      return withHelper(withAsk(incident, body.ask, accepted), body.ask);
    }
    case 'ask_declined':
      return withoutHelper(withAsk(incident, body.ask, { state: 'declined' }), body.ask);
    case 'ask_postponed':
      return unlessHere(withAsk(incident, body.ask, { state: 'later', comesAt: body.comesAt }), body.ask);
    case 'ask_reminded':
      return withAsk(incident, body.ask, { state: 'asked', answerBy: body.answerBy });
    case 'hand_off_asked':
      return withAsk(incident, body.ask, { handOffFrom: body.from });
    case 'helper_released':
      return withRelease(incident, body.person);
    case 'keyboard_taken':
      return { ...incident, keyboard: body.person };
    case 'duty_told':
      return { ...incident, duty: body.person };
    case 'duty_refused':
      return { ...incident, duty: null, dutyRefused: incident.duty };
    case 'channel_asked':
      return { ...incident, channelAsked: body.channel };
    case 'channel_ask_refused':
      return { ...incident, channelAsked: null };
    case 'part_given':
      return withPart(incident, { screen: body.screen, by: event.actor, words: body.words });
    case 'summary_drafted':
      return { ...partDone(incident, 'escalation'), summaryDraft: { words: body.words, by: event.actor } };
    case 'ask_unanswered':
      return withAsk(incident, body.ask, { state: 'unanswered' });
    case 'ladder_exhausted':
      return { ...incident, ladderExhaustedAt: event.at };
    case 'impact_told': {
      const { affected, kinds, services = [] } = body;
      const reach = incident.saidSmall ? nothingOfReach : incident.impact;
      const impact = { ...incident.impact, ...reach, affected, kinds, services };
      const told = { ...incident, impactTold: true, saidSmall: false, impact };
      return withAnswer(told, 'impact', event);
    }
    case 'small_told': {
      const impact = { ...incident.impact, noticedBy: 'nobody', spreading: 'no', sensitive: 'no' } as const;
      return { ...incident, saidSmall: true, impact };
    }
    case 'reach_told': {
      const { noticedBy, spreading, sensitive } = body;
      const impact = { ...incident.impact, noticedBy, spreading, sensitive };
      const told = { ...incident, saidSmall: false, impact };
      return withAnswer(told, 'reach', event);
    }
    case 'severity_set': {
      const { level, reason } = body;
      return withNews(withOwnWord({ ...incident, severity: { level, reason } }, event), event);
    }
    case 'manager_named':
      return { ...incident, manager: body.manager };
    case 'summary_written':
      return { ...partDone(evolveSummary(incident, body, event), 'escalation'), summaryDraft: null };
    case 'summary_asked_for':
    case 'summary_delivered':
    case 'summary_refused':
    case 'summary_seen':
    case 'summary_approved':
    case 'summary_remarked':
    case 'manager_told':
    case 'own_word_reminded':
    case 'own_word_ran_out':
    case 'manager_updated':
      return evolveSummary(incident, body, event);
    case 'other_told':
      return { ...incident, alsoTold: [...incident.alsoTold, body.person] };
    case 'other_refused':
      return { ...incident, alsoTold: incident.alsoTold.filter((person) => person !== body.person) };
    case 'manager_asked': {
      const { question: id, words } = body;
      const asked = { id, words, by: event.actor ?? '', answer: null };
      return { ...incident, questions: [...incident.questions, asked] };
    }
    case 'manager_answered':
      return withAnswerTo(incident, body);
    case 'step_added':
    case 'step_changed':
    case 'step_approved':
    case 'step_questioned':
    case 'step_removed':
    case 'step_started':
    case 'step_done':
    case 'step_failed':
      return evolveSteps(incident, body, event);
    case 'note_added':
      return {
        ...incident,
        notes: [...incident.notes, { words: body.words, by: event.actor, at: event.at }],
      };
    case 'other_noticed': {
      const { person, words } = body;
      return { ...incident, others: [...incident.others, { person, words, at: event.at }] };
    }
    case 'draft_kept':
      return incident;
    case 'incident_resolved':
      return { ...incident, status: 'resolved', endedAt: event.at };
    case 'incident_reopened':
      return reopened(incident, event);
    case 'incident_dismissed':
      return { ...incident, status: 'dismissed', endedAt: event.at };
    default:
      return body satisfies never;
  }
}

const nothingOfReach = { noticedBy: null, spreading: null, sensitive: null } as const;

function withAnswer(incident: Incident, screen: AnsweredScreen, { seq, actor }: IncidentEvent): Incident {
  const done = partDone(incident, screen);
  return { ...done, answered: { ...incident.answered, [screen]: { version: seq, by: actor } } };
}

function withPart(incident: Incident, part: GivenPart): Incident {
  return { ...incident, givenParts: [...partDone(incident, part.screen).givenParts, part] };
}

function withAsk(incident: Incident, id: AskId, change: Partial<Ask>): Incident {
  return { ...incident, asks: incident.asks.map((ask) => (ask.id === id ? { ...ask, ...change } : ask)) };
}

function withHelper(incident: Incident, id: AskId): Incident {
  const person = incident.asks.find((ask) => ask.id === id)?.person;
  if (person === undefined || incident.helpers.includes(person)) return incident;
  return { ...incident, helpers: [...incident.helpers, person] };
}

function withoutHelper(incident: Incident, id: AskId): Incident {
  const person = incident.asks.find((ask) => ask.id === id)?.person;
  return person === undefined ? incident : away(incident, person);
}

/** Somebody who was asked twice, and is here for the other, stays. */
function unlessHere(incident: Incident, id: AskId): Incident {
  const person = incident.asks.find((ask) => ask.id === id)?.person;
  const isHere = incident.asks.some((ask) => ask.person === person && ask.state === 'accepted');
  return isHere ? incident : withoutHelper(incident, id);
}

/** Somebody else goes on in their place: whatever they had said yes to is done. */
function withRelease(incident: Incident, person: UserId): Incident {
  const asks = incident.asks.map(
    (ask): Ask => (ask.person === person && ask.state === 'accepted' ? { ...ask, state: 'released' } : ask),
  );
  return away({ ...incident, asks }, person);
}

/** Not here any more; the keyboard is the engineer's again. */
function away(incident: Incident, person: UserId): Incident {
  const keyboard = incident.keyboard === person ? null : incident.keyboard;
  return { ...incident, keyboard, helpers: incident.helpers.filter((helper) => helper !== person) };
}

function withAnswerTo(
  incident: Incident,
  { question: id, words }: Extract<EventBody, { type: 'manager_answered' }>,
): Incident {
  const questions = incident.questions.map((question) =>
    question.id === id ? { ...question, answer: words } : question,
  );
  return { ...incident, questions };
}

/** Who had been asked and was stood down is not waited for any more; they may be asked anew. */
function reopened(incident: Incident, event: IncidentEvent): Incident {
  const waits = ({ state }: Ask) => state === 'asked' || state === 'later' || state === 'unanswered';
  const asks = incident.asks.map((ask): Ask => (waits(ask) ? { ...ask, state: 'stood_down' } : ask));
  const open = { ...incident, status: 'open', endedAt: null, ladderExhaustedAt: null, asks } as const;
  return withOwnWordAnew(withRoomKept(open), event);
}
