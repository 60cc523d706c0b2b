import { makeOffer } from '../../app/offers.ts';
import { addresseeOf, passOnTo, relayKey, wentTo } from '../../app/relay.ts';
import { Declined } from '../declined.ts';
import type { EditedMessage, PostedMessage } from '../event-payloads.ts';
import type { Handler } from '../listen.ts';
import { plainFromSlack } from '../mrkdwn.ts';
import { type Click, UnreadablePayload } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { addresseeSchema } from '../references.ts';
import { actFor, type Bot, commitWithinMs } from './bot.ts';
import { carriedBy } from './in-message.ts';

type Written = {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | null;
  readonly text: string;
  readonly changed: boolean;
  readonly key: string;
};

type Heard = { readonly team: string; readonly correlationId: string };

/**
 * Where there can be no room, what somebody writes to Oops in their direct message is for those who are with them, in a
 * thread there as well. Each message is passed on once. False: this person is in no such incident.
 */
export function passOnMessage(
  bot: Bot,
  {
    author,
    channel,
    ts,
    threadTs,
    text: escaped,
    subtype,
  }: Pick<PostedMessage, 'channel' | 'ts' | 'threadTs' | 'text'> & {
    readonly author: string;
    readonly subtype?: string | null;
  },
  heard: Heard,
): Promise<boolean> {
  const said = plainFromSlack(escaped).trim();
  const text = [said, subtype === 'file_share' ? bot.words.rooms.fileStays : ''].filter(Boolean).join('\n');
  const key = relayKey({ channel, ts });
  return passOn(bot, { user: author, channel, ts, thread: threadTs, text, changed: false, key }, heard);
}

/** A message that had been passed on reads differently now: those who read it read it again, and nobody else. */
export async function passOnChange(
  bot: Bot,
  { now, channel }: EditedMessage,
  heard: Heard & { readonly eventId: string },
): Promise<boolean> {
  const { ts } = now;
  const before = await wentTo(bot.store, heard.team, { channel, ts });
  const written = {
    ...{ user: now.author ?? '', channel, ts, thread: before === null ? now.threadTs : ts },
    ...{ text: plainFromSlack(now.text).trim(), changed: true, key: `relay:${heard.eventId}` },
  };
  return passOn(bot, written, heard);
}

async function passOn(bot: Bot, written: Written, heard: Heard): Promise<boolean> {
  const { user, channel, ts, thread, text, changed, key } = written;
  const { team, correlationId: correlation } = heard;
  const addressee = await addresseeOf(bot.store, { team, user, channel, ts, thread });
  if (addressee.kind === 'not_relayed') return false;
  if (text === '') return true;
  if (addressee.kind === 'unclear') {
    // Passed on before, to one that is over by now: nobody else is to read it.
    if ((await wentTo(bot.store, team, { channel, ts })) !== null) return true;
    // The words stay where they were written, and are read there when the person has said to whom they shall go.
    const why = 'relay_unclear' as const;
    await makeOffer(bot, { team, user, why, channel, ts, correlation }, commitWithinMs());
    return true;
  }
  const { incident } = addressee;
  const actor = await standingOf(bot.people, team, user);
  await actFor(bot, {
    ...{ team, incident, actor, correlation, key },
    command: (say) => ({ type: 'pass_on', words: say(text, 'helpers'), changed }),
  });
  return true;
}

/** *Send it there*: the words go to the incident that was chosen, as they read now. */
export const onPassOnTo =
  (bot: Bot): Handler<Click, never> =>
  async (click, { team, correlationId: correlation }) => {
    const { failures, offers } = bot.words;
    const reference = addresseeSchema.safeParse(carriedBy(click));
    if (!reference.success) throw new UnreadablePayload(reference.error);
    const { offer: id, incident } = reference.data;
    const { user } = click;
    const offer = await bot.store.offer(team, id);
    if (offer?.user !== user) throw new Declined(failures.noSuchIncident);
    const { channel, ts } = offer;
    const [actor, said] = await Promise.all([
      standingOf(bot.people, team, user),
      bot.chat.wordsOf({ channel, ts, user }),
    ]);
    const text = plainFromSlack(said ?? '').trim();
    if (text === '') throw new Declined(offers.unreadable);
    const chosen = { team, offer: id, actor, incident, text, correlation };
    const acted = await passOnTo(bot, chosen, commitWithinMs());
    if (acted?.kind === 'rejected') throw new Declined(failures.rejection(acted.code));
    if (acted?.kind !== 'done') throw new Declined(failures.noSuchIncident);
    return undefined;
  };
