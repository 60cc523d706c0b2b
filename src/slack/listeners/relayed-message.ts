import type { EditedMessage, PostedMessage } from '../event-payloads.ts';
import { plainFromSlack } from '../mrkdwn.ts';
import { standingOf } from '../people.ts';
import { actFor, type Bot } from './bot.ts';

type Written = {
  readonly user: string;
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
    text: escaped,
    subtype,
  }: Pick<PostedMessage, 'channel' | 'ts' | 'text'> & {
    readonly author: string;
    readonly subtype?: string | null;
  },
  heard: Heard,
): Promise<boolean> {
  const said = plainFromSlack(escaped).trim();
  const text = [said, subtype === 'file_share' ? bot.words.rooms.fileStays : ''].filter(Boolean).join('\n');
  return passOn(bot, { user: author, text, changed: false, key: `relay:${channel}:${ts}` }, heard);
}

/** A message that had been passed on reads differently now: the others read it again. */
export function passOnChange(
  bot: Bot,
  { now }: EditedMessage,
  heard: Heard & { readonly eventId: string },
): Promise<boolean> {
  const text = plainFromSlack(now.text).trim();
  return passOn(bot, { user: now.author ?? '', text, changed: true, key: `relay:${heard.eventId}` }, heard);
}

async function passOn(
  bot: Bot,
  { user, text, changed, key }: Written,
  { team, correlationId: correlation }: Heard,
): Promise<boolean> {
  const incident = await bot.store.relayedWith(team, user);
  if (incident === null) return false;
  if (text === '') return true;
  const actor = await standingOf(bot.people, team, user);
  await actFor(bot, {
    ...{ team, incident, actor, correlation, key },
    command: (say) => ({ type: 'pass_on', words: say(text, 'helpers'), changed }),
  });
  return true;
}
