import type { IncidentCommand } from '../domain/commands.ts';
import { decide } from '../domain/decide.ts';
import type { RejectionCode } from '../domain/decision.ts';
import type { IncidentId, TeamId, WordsId } from '../domain/identifiers.ts';
import type { Incident } from '../domain/incident.ts';
import type { PersonStanding } from '../domain/permissions.ts';
import { maskSecrets } from '../domain/secrets.ts';
import { policyOf } from './policy-of.ts';
import type { Audience, Clock, Ids, NewWords, Store, Transaction } from './ports.ts';
import { saveDecision } from './save-decision.ts';

/** Keeps something a person typed, secrets masked, and gives the id that a command carries instead. */
export type Say = (text: string, audience: Audience) => WordsId;

export type ActRequest = {
  readonly team: TeamId;
  readonly incident: IncidentId;
  readonly actor: PersonStanding | null;
  readonly command: (say: Say) => IncidentCommand;
  /** What makes a redelivery do nothing; null where the domain itself sees that nothing is left to do. */
  readonly key: string | null;
  readonly correlation: string;
  /** The fields that this is the sending of: their drafts are done with. */
  readonly sent?: readonly string[];
};

export type Acted =
  | { readonly kind: 'done'; readonly incident: Incident }
  | { readonly kind: 'rejected'; readonly code: RejectionCode; readonly incident: Incident }
  | { readonly kind: 'no_such_incident' };

type Deps = { readonly clock: Clock; readonly ids: Ids };

/**
 * Carries out one command on one incident: loaded and locked, decided, saved, in one transaction. Done before under
 * the same key: nothing changes, and the incident as it is now comes back. Refuses with `StoreBusy` when too slow.
 */
export function act(
  deps: Deps & { readonly store: Store },
  request: ActRequest,
  deadlineMs?: number,
): Promise<Acted> {
  return deps.store.transact((tx) => actWithin(tx, deps, request), deadlineMs);
}

/** The same, as part of a transaction that is already open. */
export async function actWithin(tx: Transaction, deps: Deps, request: ActRequest): Promise<Acted> {
  const { team, actor, correlation, key } = request;
  const incident = await tx.incident(team, request.incident);
  if (incident === null) return { kind: 'no_such_incident' };
  if (key !== null && (await tx.answered(team, key)) !== null) return { kind: 'done', incident };
  const words: NewWords[] = [];
  const say: Say = (text, audience) => {
    const id = deps.ids.next();
    words.push({ id, owner: actor?.user ?? incident.engineer, audience, text: maskSecrets(text) });
    return id;
  };
  const circle = await tx.circle(team, incident.engineer);
  const now = deps.clock.now();
  const context = { now, actor, circle, policy: await policyOf(tx, team, now), correlation };
  const decision = decide(incident, request.command(say), context);
  if (decision.kind === 'rejected') return { kind: 'rejected', code: decision.code, incident };
  if (key !== null) await tx.answer(team, key, incident.id);
  await saveDecision(tx, decision, words, deps);
  if (actor !== null && request.sent !== undefined && request.sent.length > 0) {
    await tx.dropDrafts(team, incident.id, actor.user, request.sent);
  }
  return { kind: 'done', incident: decision.incident };
}
