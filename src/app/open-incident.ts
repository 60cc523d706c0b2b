import type { Origin, Place } from '../domain/events.ts';
import type { IncidentId, TeamId, WordsId } from '../domain/identifiers.ts';
import type { Incident } from '../domain/incident.ts';
import { open } from '../domain/opening.ts';
import type { PersonStanding } from '../domain/permissions.ts';
import { maskSecrets } from '../domain/secrets.ts';
import { actWithin } from './act.ts';
import { jobsLast } from './jobs-last.ts';
import { answerOffers } from './offer-state.ts';
import { policyOf } from './policy-of.ts';
import type { Audience, Clock, Ids, NewWords, Store, Transaction } from './ports.ts';
import { saveDecision } from './save-decision.ts';

export type OpenRequest = {
  readonly team: TeamId;
  readonly engineer: PersonStanding;
  readonly origin: Origin;
  readonly place: Place;
  /** What the person wrote, when they wrote something. */
  readonly text: string | null;
  readonly audience: Audience;
  /** The person asked for help, so a mentor is asked in the same transaction. */
  readonly helpWanted: boolean;
  /** Open a new one although another is open: the person said that this is something else. */
  readonly evenIfOpen: boolean;
  /** What makes a redelivery do nothing, for example `message:C1:1700000000.000100`. */
  readonly key: string;
  readonly correlation: string;
};

export type Opened =
  | { readonly kind: 'opened'; readonly incident: Incident }
  /** The same request came before; this is the incident it led to. */
  | { readonly kind: 'opened_before'; readonly incident: Incident }
  /** The person has an open incident already: what they wrote is kept with it, and their wish for help counts. */
  | {
      readonly kind: 'has_open';
      readonly incident: Incident;
      readonly words: WordsId | null;
      /** False when they only came back: nothing was asked for. */
      readonly asked: boolean;
    };

type Deps = { readonly clock: Clock; readonly ids: Ids };

/** Opens an incident, once per key. Refuses with `StoreBusy` when the database is too slow; then nothing was saved. */
export function openIncident(
  deps: Deps & { readonly store: Store },
  request: OpenRequest,
  deadlineMs?: number,
): Promise<Opened> {
  return deps.store.transact(
    (tx) => jobsLast(tx, (collecting) => openWithin(collecting, deps, request)),
    deadlineMs,
  );
}

/** The same, as part of a transaction that is already open and adds its jobs last. */
export async function openWithin(tx: Transaction, deps: Deps, request: OpenRequest): Promise<Opened> {
  const opened = await openOrGoOn(tx, deps, request);
  if (request.helpWanted) {
    const { team, engineer } = request;
    await answerOffers(tx, deps, { team, user: engineer.user, incident: opened.incident.id });
  }
  return opened;
}

async function openOrGoOn(tx: Transaction, deps: Deps, request: OpenRequest): Promise<Opened> {
  const { team } = request;
  await tx.lockTeam(team);
  const before = await tx.answered(team, request.key);
  if (before !== null) return { kind: 'opened_before', incident: await existing(tx, team, before) };
  if (!request.evenIfOpen) {
    const goesOn = await goOn(tx, deps, request);
    if (goesOn !== null) return goesOn;
  }
  const incident = await openNew(tx, deps, request);
  await tx.answer(team, request.key, incident.id);
  return { kind: 'opened', incident };
}

/** With an open incident, what was written is kept with it, in the same transaction; null when a new one is to be opened. */
async function goOn(tx: Transaction, deps: Deps, request: OpenRequest): Promise<Opened | null> {
  const { team, engineer, text, audience, helpWanted, correlation, key } = request;
  const id = await tx.openIncidentOf(team, engineer.user);
  if (id === null) return null;
  const open = await existing(tx, team, id);
  // Noticed only, while nobody has asked for help in the old one: the new one has a thread and a timer of its own.
  if (text !== null && !helpWanted && !open.helpWanted) return null;
  if (text === null && !helpWanted) return { kind: 'has_open', incident: open, words: null, asked: false };
  await tx.answer(team, key, id);
  let words: WordsId | null = null;
  const acted = await actWithin(tx, deps, {
    ...{ team, incident: id, actor: engineer, key: null, correlation },
    command: (say) => {
      if (text === null) return { type: 'want_help', more: false };
      words = say(text, audience);
      return { type: helpWanted ? 'ask_again' : 'notice_again', words };
    },
  });
  if (acted.kind !== 'done') throw new Error('the engineer may always add to their own incident');
  return { kind: 'has_open', incident: acted.incident, words, asked: helpWanted };
}

async function openNew(tx: Transaction, deps: Deps, request: OpenRequest): Promise<Incident> {
  const { team, engineer, origin, place, helpWanted, text, audience, correlation } = request;
  const words: NewWords[] = [];
  let happened: WordsId | null = null;
  if (text !== null) {
    happened = deps.ids.next();
    words.push({ id: happened, owner: engineer.user, audience, text: maskSecrets(text) });
  }
  const now = deps.clock.now();
  const decided = open(
    {
      ...{ type: 'open', team, id: deps.ids.next(), number: await tx.nextNumber(team) },
      ...{ engineer: engineer.user, origin, place, happened, helpWanted },
    },
    {
      now,
      actor: engineer,
      circle: await tx.circle(team, engineer.user),
      policy: await policyOf(tx, team, now),
      correlation,
    },
  );
  await saveDecision(tx, decided, words, deps);
  return decided.incident;
}

async function existing(tx: Transaction, team: TeamId, id: IncidentId): Promise<Incident> {
  const incident = await tx.incident(team, id);
  if (incident === null) throw new Error('an incident that was just found is gone');
  return incident;
}
