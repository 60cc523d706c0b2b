import { acceptOfferFor, declineOfferFor } from '../../app/offers.ts';
import { wroteDirectly } from '../../domain/offer.ts';
import { mayOpen } from '../../domain/permissions.ts';
import { Declined } from '../declined.ts';
import type { Handler } from '../listen.ts';
import { plainFromSlack } from '../mrkdwn.ts';
import { type Click, UnreadablePayload } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { offerReferenceSchema } from '../references.ts';
import { type Bot, commitWithinMs } from './bot.ts';
import { carriedBy } from './in-message.ts';
import { openWindow } from './open-window.ts';
import { windowAfter } from './window-after.ts';

/** What somebody wrote to Oops in several lines is read together. */
const writtenWithin = 10 * 60_000;

/** *Get me a person*, under an offer: a person is asked at once, and the first screen opens. */
export const onOfferYes =
  (bot: Bot): Handler<Click, never> =>
  async (click, { team, correlationId, botUserId, ack }) => {
    const id = offerIn(click);
    const unopened = bot.words.failures.screenDidNotOpen;
    await openWindow(bot, { triggerId: click.triggerId, unopened }, async () => {
      const [engineer, text] = await Promise.all([
        standingOf(bot.people, team, click.user),
        wordsBehind(bot, team, id, click.user, botUserId),
      ]);
      if (!mayOpen(engineer)) throw new Declined(bot.words.failures.guest);
      const request = { team, offer: id, engineer, text, correlation: correlationId };
      const opened = await acceptOfferFor(bot, request, commitWithinMs());
      if (opened === null) throw new Declined(bot.words.failures.noSuchIncident);
      await ack();
      return windowAfter(bot, opened);
    });
    return undefined;
  };

/** *It's nothing*, under an offer: it becomes one kind line. */
export const onOfferNo =
  (bot: Bot): Handler<Click, never> =>
  async (click, { team }) => {
    const declined = { team, offer: offerIn(click), user: click.user };
    if (await declineOfferFor(bot, declined, commitWithinMs())) return undefined;
    throw new Declined(bot.words.failures.noSuchIncident);
  };

/** The message because of which Oops asked was not kept: its words are read from Slack when its author says yes. */
async function wordsBehind(
  bot: Bot,
  team: string,
  id: string,
  user: string,
  botUserId: string,
): Promise<string | null> {
  const offer = await bot.store.offer(team, id);
  if (offer?.user !== user || offer.why === 'small_talk') return null;
  const { channel, ts } = offer;
  const sinceMs = wroteDirectly(offer) ? writtenWithin : 0;
  const said = await bot.chat.wordsOf({ channel, ts, user, sinceMs });
  return said === null ? null : plainFromSlack(said.replaceAll(`<@${botUserId}>`, '')).trim() || null;
}

function offerIn(click: Click): string {
  const reference = offerReferenceSchema.safeParse(carriedBy(click));
  if (!reference.success) throw new UnreadablePayload(reference.error);
  return reference.data.offer;
}
