import type { Origin, Place } from '../domain/events.ts';
import type { IncidentId, TeamId, WordsId } from '../domain/identifiers.ts';
import type { Incident } from '../domain/incident.ts';
import { open } from '../domain/opening.ts';
import type { PersonStanding } from '../domain/permissions.ts';
import { maskSecrets } from '../domain/secrets.ts';
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
  /** The person has an open incident already; nothing was changed. */
  | { readonly kind: 'has_open'; readonly incident: Incident };

type Deps = { readonly store: Store; readonly clock: Clock; readonly ids: Ids };

/** Opens an incident, once per key. Refuses with `StoreBusy` when the database is too slow; then nothing was saved. */
export function openIncident(deps: Deps, request: OpenRequest, deadlineMs?: number): Promise<Opened> {
  return deps.store.transact(async (tx) => {
    const { team, engineer } = request;
    await tx.lockTeam(team);
    const before = await tx.answered(team, request.key);
    if (before !== null) return { kind: 'opened_before', incident: await existing(tx, team, before) };
    if (!request.evenIfOpen) {
      const openOne = await tx.openIncidentOf(team, engineer.user);
      if (openOne !== null) return { kind: 'has_open', incident: await existing(tx, team, openOne) };
    }
    const incident = await openNew(tx, deps, request);
    await tx.answer(team, request.key, incident.id);
    return { kind: 'opened', incident };
  }, deadlineMs);
}

async function openNew(tx: Transaction, deps: Deps, request: OpenRequest): Promise<Incident> {
  const { team, engineer, origin, place, helpWanted, text, audience, correlation } = request;
  const words: NewWords[] = [];
  let happened: WordsId | null = null;
  if (text !== null) {
    happened = deps.ids.next();
    words.push({ id: happened, owner: engineer.user, audience, text: maskSecrets(text) });
  }
  const decided = open(
    {
      ...{ type: 'open', team, id: deps.ids.next(), number: await tx.nextNumber(team) },
      ...{ engineer: engineer.user, origin, place, happened, helpWanted },
    },
    { now: deps.clock.now(), actor: engineer, circle: await tx.circle(team, engineer.user), correlation },
  );
  await saveDecision(tx, decided, words, deps);
  return decided.incident;
}

async function existing(tx: Transaction, team: TeamId, id: IncidentId): Promise<Incident> {
  const incident = await tx.incident(team, id);
  if (incident === null) throw new Error('an incident that was just found is gone');
  return incident;
}
