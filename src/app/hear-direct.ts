import type { ChannelId, MessageTs, TeamId, UserId } from '../domain/identifiers.ts';
import type { OfferReason } from '../domain/offer.ts';
import { findPart, type Part } from '../domain/part.ts';
import type { PersonStanding } from '../domain/permissions.ts';
import { actWithin } from './act.ts';
import { jobsLast } from './jobs-last.ts';
import { offerWithin } from './offers.ts';
import type { Clock, Ids, Store, Transaction } from './ports.ts';

type Deps = { readonly clock: Clock; readonly ids: Ids };

/** What somebody wrote to Oops alone, and what is not a clear cry for help. */
export type DirectMessage = {
  readonly team: TeamId;
  readonly author: PersonStanding;
  readonly channel: ChannelId;
  readonly ts: MessageTs;
  readonly text: string;
  /** "thanks", "ok": it asks for nothing. */
  readonly isSmallTalk: boolean;
  readonly correlation: string;
};

/**
 * Nobody writes to Oops into silence. With an open incident of theirs it is kept there, for their helpers; otherwise they
 * are asked whether they want a person, or told what to press when they are the ones who were asked. Once per message.
 */
export function hearDirect(
  deps: Deps & { readonly store: Store },
  message: DirectMessage,
  deadlineMs?: number,
): Promise<'kept' | 'offered'> {
  return deps.store.transact(
    (tx) => jobsLast(tx, (collecting) => hearWithin(collecting, deps, message)),
    deadlineMs,
  );
}

async function hearWithin(tx: Transaction, deps: Deps, message: DirectMessage): Promise<'kept' | 'offered'> {
  const { team, author, channel, ts, text, correlation } = message;
  const key = `message:${channel}:${ts}`;
  await tx.lockTeam(team);
  if ((await tx.answered(team, key)) !== null) return 'kept';
  const id = await tx.openIncidentOf(team, author.user);
  if (id !== null) {
    await actWithin(tx, deps, {
      ...{ team, incident: id, actor: author, key, correlation },
      command: (say) => ({ type: 'tell_oops', words: say(text, 'helpers') }),
    });
    return 'kept';
  }
  const why = await reasonFor(tx, message);
  await offerWithin(tx, deps, { team, user: author.user, why, channel, ts, correlation });
  return 'offered';
}

async function reasonFor(tx: Transaction, message: DirectMessage): Promise<OfferReason> {
  const { team, author } = message;
  const parts = await partsOf(tx, team, author.user);
  if (parts.includes('helper') || parts.includes('asked')) return 'helper_wrote';
  if (parts.includes('manager')) return 'manager_wrote';
  return message.isSmallTalk && (await tx.hadIncident(team, author.user)) ? 'small_talk' : 'wrote';
}

/** What they are in somebody else's open incident. */
async function partsOf(tx: Transaction, team: TeamId, user: UserId): Promise<readonly (Part | null)[]> {
  const parts: (Part | null)[] = [];
  for (const id of await tx.openIncidentsWith(team, user)) {
    const incident = await tx.incident(team, id);
    parts.push(incident === null ? null : findPart(incident, user));
  }
  return parts;
}
