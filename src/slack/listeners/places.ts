import { readFor } from '../../app/reading.ts';
import { channelProblem } from '../channel-problem.ts';
import { Declined } from '../declined.ts';
import { actionIds } from '../ids.ts';
import type { Handler, SubmissionAnswer } from '../listen.ts';
import type { Click, Submission } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { openUpWindow, previewDigest } from '../views/open-up.ts';
import { whoSeesWindow } from '../views/who-sees.ts';
import { type Bot, readAs } from './bot.ts';
import { clicked, inWindow, submit, windowOf } from './in-window.ts';
import { openWindow, redraw } from './open-window.ts';

/** *Who can see this*, in the menu of the card. */
export function openWhoSees(
  bot: Bot,
  click: Click,
  { team, ack }: { readonly team: string; readonly ack: () => Promise<void> },
  incident: string,
): Promise<void> {
  return ack().then(() =>
    openWindow(bot, click, async () => {
      const who = await standingOf(bot.people, team, click.user);
      return whoSeesWindow(await readAs(bot, who, team, incident), bot.words);
    }),
  );
}

/** *Show it in this thread* and *Move it to a private place*: done at once, and the window says who can see it now. */
export const onChoosePlace =
  (bot: Bot, where: 'here' | 'private'): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    await clicked(bot, at, { type: 'choose_place', where });
    await heard.ack();
    const reading = await readAs(bot, at.who, at.team, at.about.incident);
    await redraw(bot, at.view, whoSeesWindow(reading, bot.words));
    return undefined;
  };

/** *Open it up to a channel*: first where, and in which words. */
export const onOpenUp =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    const at = await inWindow(bot, click.user, windowOf(click), heard);
    await heard.ack();
    const reading = await readAs(bot, at.who, at.team, at.about.incident);
    if (reading.viewer.role !== 'engineer') throw new Declined(bot.words.failures.rejection('not_allowed'));
    await redraw(bot, at.view, openUpWindow(reading, null, bot.words));
    return undefined;
  };

/** Shown first, and opened up only when exactly this was seen. What is wrong is said at its field. */
export const onOpenUpForm =
  (bot: Bot): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, heard) => {
    const at = await inWindow(bot, user, view, heard);
    const channel = at.form.choice(actionIds.openChannel);
    const title = at.form.text(actionIds.openSentence);
    const { places } = bot.words;
    const field = at.form.blockOf(actionIds.openChannel);
    if (channel === null) throw new Declined(places.noChannel, field);
    if (title === null) throw new Declined(places.noSentence, at.form.blockOf(actionIds.openSentence));
    const facts = await bot.channels.facts(channel);
    const problem = channelProblem(facts);
    if (problem !== null) throw new Declined(places.problem(problem), field);
    if (at.about.shown !== previewDigest({ channel, title })) {
      const reading = await readAs(bot, at.who, at.team, at.about.incident);
      const everybody = await readFor(bot, reading.incident, 'place');
      const preview = { channel, title, everybody };
      return { response_action: 'update', view: openUpWindow(reading, preview, bot.words) };
    }
    if (facts?.isMember === false && !(await bot.channels.join(channel))) {
      throw new Declined(places.problem('not_joined'), field);
    }
    await submit(bot, at, (keep) => ({ type: 'open_up', channel, title: keep(title, 'place') }));
    return { response_action: 'clear' };
  };
