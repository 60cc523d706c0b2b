import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { mayChangeSettings } from '../../app/settings.ts';
import { mayOpen, type PersonStanding } from '../../domain/permissions.ts';
import { Declined } from '../declined.ts';
import type { Handler, SubmissionAnswer } from '../listen.ts';
import { type Click, type OpenView, readPayload, type Submission } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { type SettingsFacts, settingsWindow } from '../views/settings/settings-window.ts';
import { topicWindow } from '../views/settings/topic-window.ts';
import { type Topic, topics } from '../words/en/settings.ts';
import type { Bot } from './bot.ts';
import { windowOf } from './in-window.ts';
import { openWindow, pushWindow, redraw } from './open-window.ts';
import { saveTopic } from './settings-changes.ts';

/** `/oops settings`: one's own people, and for those who may, the settings of the workspace. */
export async function openSettings(
  bot: Bot,
  { user, triggerId }: { readonly user: string; readonly triggerId: string },
  { team, ack }: { readonly team: string; readonly ack: () => Promise<void> },
): Promise<undefined> {
  await ack();
  await openWindow(bot, { triggerId }, async () => {
    const who = await standingOf(bot.people, team, user);
    if (!mayOpen(who)) throw new Declined(bot.words.failures.guest);
    return settingsView(bot, team, who);
  });
  return undefined;
}

async function factsFor(bot: Bot, team: string, who: PersonStanding): Promise<SettingsFacts> {
  const [circle, settings, watched] = await Promise.all([
    bot.store.circle(team, who.user),
    bot.store.settings(team),
    bot.store.watchedChannels(team),
  ]);
  return { circle, settings, watched, mayChange: mayChangeSettings(settings, who) };
}

async function settingsView(bot: Bot, team: string, who: PersonStanding): Promise<ModalView> {
  return settingsWindow(await factsFor(bot, team, who), bot.words);
}

async function topicView(bot: Bot, team: string, who: PersonStanding, topic: Topic): Promise<ModalView> {
  const facts = await factsFor(bot, team, who);
  refuseOthers(bot, facts, topic);
  const groups = topic === 'pool' ? await bot.workplace.groups() : ({ kind: 'unknown' } as const);
  return topicWindow(topic, facts, groups, bot.words);
}

/** One's own people are one's own; the rest is for those who may. */
function refuseOthers(bot: Bot, { mayChange }: Pick<SettingsFacts, 'mayChange'>, topic: Topic): void {
  if (topic !== 'my_people' && !mayChange) throw new Declined(bot.words.settings.notYours);
}

/** *Change*, beside a topic. */
export const onSettingsTopic =
  (bot: Bot): Handler<Click, never> =>
  async (click, { team, ack }) => {
    const topic = readPayload(z.enum(topics), click.action.value);
    windowOf(click);
    const who = await standingOf(bot.people, team, click.user);
    const view = await topicView(bot, team, who, topic);
    await ack();
    await pushWindow(bot, click.triggerId, view);
    return undefined;
  };

const about = z.object({ topic: z.enum(topics) });

function topicOf(view: OpenView): Topic {
  const text = z.string().transform((given, context) => {
    try {
      return about.parse(JSON.parse(given)).topic;
    } catch {
      context.issues.push({ code: 'custom', message: 'no topic', input: undefined });
      return z.NEVER;
    }
  });
  return readPayload(text, view.privateMetadata);
}

/** *Save*: kept at once, and the list below shows it. */
export const onSettingsSaved =
  (bot: Bot): Handler<Submission, SubmissionAnswer> =>
  async ({ user, view }, { team, ack }) => {
    const topic = topicOf(view);
    const who = await standingOf(bot.people, team, user);
    refuseOthers(bot, await factsFor(bot, team, who), topic);
    await saveTopic(bot, topic, { team, user, view });
    await ack();
    if (view.previousId !== null) await redraw(bot, view.previousId, await settingsView(bot, team, who));
    return undefined;
  };

/** *Take out*, beside a service. */
export const onRemoveService =
  (bot: Bot): Handler<Click, never> =>
  async (click, { team, ack }) => {
    const view = windowOf(click);
    const topic = topicOf(view);
    const id = readPayload(z.string().max(64), click.action.value);
    const who = await standingOf(bot.people, team, click.user);
    refuseOthers(bot, await factsFor(bot, team, who), 'services');
    await bot.store.changeSettings(team, { topic: 'remove_service', id });
    await ack();
    await redraw(bot, view, await topicView(bot, team, who, topic));
    if (view.previousId !== null) await redraw(bot, view.previousId, await settingsView(bot, team, who));
    return undefined;
  };
