import { noticeMessage, takeBackNotice } from '../../app/notice-message.ts';
import { makeOffer } from '../../app/offers.ts';
import type { OfferReason } from '../../domain/offer.ts';
import type { PersonStanding } from '../../domain/permissions.ts';
import { actions, button, section } from '../blocks.ts';
import type { EditedMessage, Mention, PostedMessage } from '../event-payloads.ts';
import { actionIds } from '../ids.ts';
import type { EventHandler, Heard } from '../listen.ts';
import { plainFromSlack } from '../mrkdwn.ts';
import { standingOf } from '../people.ts';
import { refer } from '../references.ts';
import { type Bot, commitWithinMs, openFor } from './bot.ts';
import { hearDirectMessage } from './direct-message.ts';
import { passOnChange, passOnMessage } from './relayed-message.ts';

type From = Pick<Heard, 'team' | 'correlationId' | 'botUserId'> & { readonly isShared: boolean };

/** What somebody wrote where others read it. */
type Said = {
  readonly author: string;
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly text: string;
  readonly mentionsOops: boolean;
};

/** A message that somebody posted, in a conversation that Oops is in. */
export const onPostedMessage =
  (bot: Bot): EventHandler<PostedMessage> =>
  async (message, from) => {
    const { author, channelType, isTalk, text } = message;
    if (author === null || !isTalk) return;
    if (channelType === 'im') {
      if (await passOnMessage(bot, { ...message, author }, from)) return;
      return hearDirectMessage(bot, { ...message, author }, from);
    }
    const mentionsOops = text.includes(`<@${from.botUserId}>`);
    const isChannel = channelType === 'channel' || channelType === 'group';
    if (isChannel || mentionsOops) await hear(bot, { ...message, author, mentionsOops }, from);
  };

/** Oops was mentioned. Where it reads along the same message comes as `message` too: whichever is first is heard. */
export const onMention =
  (bot: Bot): EventHandler<Mention> =>
  async (mention, from) => {
    const { author, channel, threadTs } = mention;
    if (author === null) return;
    const who = await standingOf(bot.people, from.team, author);
    if (!who.otherOrganisation) return hear(bot, { ...mention, author, mentionsOops: true }, from);
    await bot.chat.whisper({ channel, user: author, threadTs, text: bot.words.failures.guest });
  };

/** A message was changed: into a cry for help, which is heard as if it were new, or out of one, which takes it back. */
export const onEditedMessage =
  (bot: Bot): EventHandler<EditedMessage> =>
  async (edited, from) => {
    const { now, before, channel, channelType } = edited;
    const { author, text, ts } = now;
    if (author === null || before === null || before.text === text) return;
    if (channelType === 'im' && (await passOnChange(bot, edited, from))) return;
    const rank = (said: string) => ({ none: 0, worry: 1, panic: 2 })[bot.detect({ text: said }).verdict];
    const [was, is] = [rank(before.text), rank(text)];
    if (is > was) {
      const message = { ...now, author, channel, channelType };
      if (channelType === 'im') return hearDirectMessage(bot, message, from);
      return hear(bot, { ...message, mentionsOops: false }, from);
    }
    if (is > 0 || was === 0) return;
    const { team, correlationId: correlation } = from;
    const engineer = await standingOf(bot.people, team, author);
    await takeBackNotice(bot, { team, author: engineer, channel, ts, correlation }, commitWithinMs());
  };

/**
 * A clear cry for help gets one quiet line and two buttons in a thread; an unclear one, or one where Oops was told to ask
 * first, a private question; a mention always an answer. Nobody is woken until the author says so, or says nothing for two
 * minutes under an opened thread. Ordinary replies in threads, and what is written where people from outside read along
 * or by guests, are not answered in public.
 */
async function hear(bot: Bot, said: Said, from: From): Promise<void> {
  const { author, channel, ts, threadTs, mentionsOops } = said;
  const { verdict } = bot.detect({ text: said.text });
  if (!mentionsOops && (verdict === 'none' || threadTs !== null)) return;
  const { team, correlationId: correlation } = from;
  const mode = (await bot.store.watchMode(team, channel)) ?? 'auto';
  if (!mentionsOops && mode === 'off') return;
  const engineer = await standingOf(bot.people, team, author);
  if (engineer.otherOrganisation) return;
  const isPrivate = from.isShared || engineer.guest || (await isReadOutside(bot, channel));
  if (verdict === 'panic' && mode === 'auto' && !isPrivate) return answerInThread(bot, said, engineer, from);
  if (verdict === 'panic' && isPrivate && !mentionsOops) return answerInPrivate(bot, said, engineer, from);
  const why: OfferReason = mentionsOops ? 'mention' : verdict === 'panic' ? 'ask_first' : 'worry';
  const offered = await makeOffer(
    bot,
    { team, user: author, why, channel, ts, correlation },
    commitWithinMs(),
  );
  bot.log.info({ why, outcome: offered }, 'an author was asked privately');
}

/** An invitation to another organisation may be on its way: the event does not say so, the channel does. */
const isReadOutside = async (bot: Bot, channel: string): Promise<boolean> =>
  (await bot.channels.facts(channel))?.isShared ?? false;

/** In the author's direct message, with nothing at all where others read along. */
async function answerInPrivate(bot: Bot, said: Said, engineer: PersonStanding, from: From): Promise<void> {
  const { channel, ts } = said;
  const { team, correlationId: correlation } = from;
  const opened = await openFor(bot, {
    ...{ team, engineer, origin: { kind: 'panic_message', channel, ts }, place: { kind: 'dm' } },
    ...{ text: plainFromSlack(said.text).trim(), audience: 'helpers', helpWanted: false, evenIfOpen: false },
    ...{ key: `message:${channel}:${ts}`, correlation },
  });
  bot.log.info({ incident: opened.incident.id, outcome: opened.kind }, 'a cry for help was noticed');
}

async function answerInThread(bot: Bot, said: Said, author: PersonStanding, from: From): Promise<void> {
  const { channel, ts, threadTs } = said;
  const { team, correlationId: correlation, botUserId } = from;
  const text = plainFromSlack(said.text.replaceAll(`<@${botUserId}>`, '')).trim();
  const noticed = await noticeMessage(
    bot,
    { team, author, channel, ts, thread: threadTs ?? ts, text, correlation },
    commitWithinMs(),
  );
  const incident = noticed.kind === 'added' ? noticed.incident : noticed.incident.id;
  bot.log.info({ incident, outcome: noticed.kind }, 'a cry for help was noticed');
  if (noticed.kind !== 'has_open') return;
  const { asking, card, common } = bot.words;
  const kept = asking.noticedHere(common.incidentName(noticed.incident.number));
  const need = button(actionIds.needPerson, card.buttons.needPerson, { value: refer({ incident }) });
  // A hint beside the message: where the incident lives it is said for good.
  await bot.chat.whisper({
    ...{ channel, user: author.user, threadTs, text: kept, blocks: [section(kept), actions([need])] },
  });
}
