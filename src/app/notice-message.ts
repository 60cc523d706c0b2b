import type { ChannelId, IncidentId, MessageTs, TeamId } from '../domain/identifiers.ts';
import { isOver } from '../domain/incident.ts';
import { burstWithin, isFirstOfBurst } from '../domain/other-voices.ts';
import type { PersonStanding } from '../domain/permissions.ts';
import { maskSecrets } from '../domain/secrets.ts';
import { actWithin } from './act.ts';
import { jobsLast } from './jobs-last.ts';
import { offerWithin, withdrawWithin } from './offers.ts';
import { type Opened, openWithin } from './open-incident.ts';
import type { Clock, Ids, Store, Transaction } from './ports.ts';

type Deps = { readonly clock: Clock; readonly ids: Ids };
type StoreDeps = Deps & { readonly store: Store };

/** A clear cry for help in a channel, where Oops may answer it in a thread. */
export type NoticedMessage = {
  readonly team: TeamId;
  readonly author: PersonStanding;
  readonly channel: ChannelId;
  readonly ts: MessageTs;
  /** The thread that the answer goes into: the message's own, or the one it was written in. */
  readonly thread: MessageTs;
  readonly text: string;
  readonly correlation: string;
};

export type Noticed =
  | Opened
  /** Somebody else wrote about the same a moment ago: it was added there, and its author asked privately. */
  | { readonly kind: 'added'; readonly incident: IncidentId };

/**
 * One quiet line and two buttons under the message, once per message. A second person's within ten minutes, in the same
 * channel, is added to the first one's incident instead. Wakes nobody.
 */
export function noticeMessage(
  deps: StoreDeps,
  message: NoticedMessage,
  deadlineMs?: number,
): Promise<Noticed> {
  return deps.store.transact(
    (tx) => jobsLast(tx, (collecting) => noticeWithin(collecting, deps, message)),
    deadlineMs,
  );
}

async function noticeWithin(tx: Transaction, deps: Deps, message: NoticedMessage): Promise<Noticed> {
  const { team, author, channel, ts, thread, text, correlation } = message;
  await tx.lockTeam(team);
  const first = await tx.answered(team, addedKey(message));
  if (first !== null) return { kind: 'added', incident: first };
  const key = `message:${channel}:${ts}`;
  const known = (await tx.answered(team, key)) ?? (await tx.openIncidentOf(team, author.user));
  const added = known === null ? await addToFirst(tx, deps, message) : null;
  if (added !== null) return { kind: 'added', incident: added };
  const opened = await openWithin(tx, deps, {
    ...{ team, engineer: author, origin: { kind: 'panic_message', channel, ts }, key, correlation, text },
    ...{ place: { kind: 'thread', channel, ts: thread }, audience: 'place' },
    ...{ helpWanted: false, evenIfOpen: false },
  });
  // An unclear message that was edited into a clear one: the question about it was asked privately before.
  await withdrawWithin(tx, deps, { team, channel, ts, user: author.user });
  return opened;
}

const addedKey = ({ channel, ts }: NoticedMessage): string => `added:${channel}:${ts}`;

async function addToFirst(tx: Transaction, deps: Deps, message: NoticedMessage): Promise<IncidentId | null> {
  const { team, author, channel, ts, text, correlation } = message;
  const now = deps.clock.now();
  for (const id of await tx.incidentsFrom(team, channel, now - burstWithin)) {
    const incident = await tx.incident(team, id);
    if (incident === null || isOver(incident) || !isFirstOfBurst(incident, author.user, now)) continue;
    const words = deps.ids.next();
    const row = { id: words, owner: author.user, audience: 'place', text: maskSecrets(text) } as const;
    await tx.addWords(team, id, [row]);
    await actWithin(tx, deps, {
      ...{ team, incident: id, actor: null, key: null, correlation },
      command: () => ({ type: 'notice_other', person: author.user, words }),
    });
    await tx.answer(team, addedKey(message), id);
    await offerWithin(tx, deps, {
      ...{ team, user: author.user, why: 'burst', channel, ts, first: id, correlation },
    });
    return id;
  }
  return null;
}

/**
 * The message says something else now. What Oops asked because of it is taken back, unless its author has answered: the
 * private question, and the line under it, which becomes *It turned out fine*.
 */
export function takeBackNotice(
  deps: StoreDeps,
  message: Pick<NoticedMessage, 'team' | 'author' | 'channel' | 'ts' | 'correlation'>,
  deadlineMs?: number,
): Promise<void> {
  const { team, author, channel, ts, correlation } = message;
  const takeBack = async (tx: Transaction): Promise<void> => {
    await tx.lockTeam(team);
    await withdrawWithin(tx, deps, { team, channel, ts, user: author.user });
    const id = await tx.incidentUnder(team, channel, ts);
    const incident = id === null ? null : await tx.incident(team, id);
    if (incident === null || incident.engineer !== author.user || incident.helpWanted) return;
    const request = { team, incident: incident.id, actor: author, key: null, correlation };
    await actWithin(tx, deps, { ...request, command: () => ({ type: 'dismiss' }) });
  };
  return deps.store.transact((tx) => jobsLast(tx, takeBack), deadlineMs);
}
