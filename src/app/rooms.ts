import { createHash } from 'node:crypto';
import type { ChannelId, TeamId, UserId } from '../domain/identifiers.ts';
import type { Incident } from '../domain/incident.ts';
import type { CallFailure } from './ports.ts';

/** Who could not be added, of those who were to be. */
export type Invited = { readonly kind: 'invited'; readonly absent: readonly UserId[] };
export type RoomMade = { readonly kind: 'made'; readonly channel: ChannelId };

/** Private channels and group messages, for the few people of one incident. Every call may be repeated. */
export interface Rooms {
  /**
   * Makes a private channel of this name, or finds it among Oops' own when an earlier attempt made it. Others may have the
   * name in private: then it gets a number behind it.
   */
  make(team: TeamId, name: string): Promise<RoomMade | CallFailure>;
  /** Who is in there already counts as added. */
  invite(team: TeamId, channel: ChannelId, people: readonly UserId[]): Promise<Invited | CallFailure>;
  /** Takes somebody out. Who is not in there counts as taken out. */
  remove(
    team: TeamId,
    channel: ChannelId,
    person: UserId,
  ): Promise<{ readonly kind: 'removed' } | CallFailure>;
  /** Archived already counts as archived. */
  archive(team: TeamId, channel: ChannelId): Promise<{ readonly kind: 'archived' } | CallFailure>;
  /** The group message of these people and Oops: the same one for the same people. */
  group(team: TeamId, people: readonly UserId[]): Promise<RoomMade | CallFailure>;
}

/**
 * The name of the room that comes next: neutral, not to be guessed, and the same whenever it is asked for, so that one that
 * was made just before a crash is found again. https://docs.slack.dev/reference/methods/conversations.create#naming
 */
export function roomName({ id, number, rooms }: Pick<Incident, 'id' | 'number' | 'rooms'>): string {
  const short = createHash('sha256').update(`room ${id} ${rooms}`).digest('hex').slice(0, 8);
  return `oops-${number}-${short}`;
}
