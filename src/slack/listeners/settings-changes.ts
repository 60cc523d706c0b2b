import { z } from 'zod';
import { type SettingsChange, watchModes } from '../../app/settings.ts';
import { Declined } from '../declined.ts';
import { actionIds } from '../ids.ts';
import type { OpenView } from '../payloads.ts';
import { fitAmong } from '../pool-members.ts';
import type { Topic } from '../words/en/settings.ts';
import type { Bot } from './bot.ts';
import { refuseUnfit } from './fit-person.ts';
import { type Form, readForm } from './form.ts';

type Saved = { readonly team: string; readonly user: string; readonly view: OpenView };

/** Keeps what stands in the window of a topic. Refuses at the field what cannot be. */
export async function saveTopic(bot: Bot, topic: Topic, { team, user, view }: Saved): Promise<void> {
  const form = readForm(view);
  if (topic === 'my_people') return savePeople(bot, form, team, user);
  if (topic === 'watched') return saveWatched(bot, form, team);
  await bot.store.changeSettings(team, await changeOf(bot, topic, form, team));
}

async function savePeople(bot: Bot, form: Form, team: string, user: string): Promise<void> {
  const mentor = form.choice(actionIds.settingsMentor);
  const backups = form.choices(actionIds.settingsPeople);
  const manager = form.choice(actionIds.settingsManager);
  const { yourself, managerAsHelper } = bot.words.settings;
  const chosen: readonly (readonly [string, readonly string[]])[] = [
    [actionIds.settingsMentor, mentor === null ? [] : [mentor]],
    [actionIds.settingsPeople, backups],
    [actionIds.settingsManager, manager === null ? [] : [manager]],
  ];
  for (const [id, people] of chosen) {
    const blockId = form.blockOf(id);
    if (people.includes(user)) throw new Declined(yourself, blockId);
    if (id !== actionIds.settingsManager && manager !== null && people.includes(manager)) {
      throw new Declined(managerAsHelper, blockId);
    }
    await refuseUnfitAmong(bot, team, people, blockId);
  }
  await bot.store.setCircle(team, user, { mentor, backups, manager });
}

async function saveWatched(bot: Bot, form: Form, team: string): Promise<void> {
  const channel = form.choice(actionIds.settingsChannel) ?? '';
  const mode = z.enum(watchModes).catch('ask').parse(form.choice(actionIds.settingsMode));
  if (mode !== 'off') await refuseClosed(bot, channel, form.blockOf(actionIds.settingsChannel));
  await bot.store.setWatchMode(team, channel, mode);
}

async function changeOf(
  bot: Bot,
  topic: Exclude<Topic, 'my_people' | 'watched'>,
  form: Form,
  team: string,
): Promise<SettingsChange> {
  const people = form.choices(actionIds.settingsPeople);
  const person = form.choice(actionIds.settingsPerson);
  const refuse = (chosen: readonly string[], id: string) =>
    refuseUnfitAmong(bot, team, chosen, form.blockOf(id));
  switch (topic) {
    case 'admins':
      await refuse(people, actionIds.settingsPeople);
      return { topic, admins: people };
    case 'pool':
      return { topic, pool: await poolIn(bot, form, team, refuse) };
    case 'helpers_channel': {
      const channel = form.choice(actionIds.settingsChannel);
      if (channel !== null) await refuseClosed(bot, channel, form.blockOf(actionIds.settingsChannel));
      return { topic, channel };
    }
    case 'services': {
      const name = form.text(actionIds.settingsName) ?? '';
      const owner = person ?? '';
      await refuse([owner], actionIds.settingsPerson);
      return { topic: 'add_service', service: { id: bot.ids.next(), name, owner } };
    }
    case 'duty_contact':
      if (person !== null) await refuse([person], actionIds.settingsPerson);
      return { topic, person };
    case 'open_channels': {
      const channels = form.choices(actionIds.settingsChannels);
      for (const channel of channels)
        await refuseClosed(bot, channel, form.blockOf(actionIds.settingsChannels));
      return { topic, channels };
    }
    case 'blameless':
      return { topic, blameless: blamelessIn(bot, form) };
    default:
      return topic satisfies never;
  }
}

async function poolIn(
  bot: Bot,
  form: Form,
  team: string,
  refuse: (chosen: readonly string[], id: string) => Promise<void>,
) {
  const group = form.choice(actionIds.settingsGroup);
  if (group === null) {
    const people = form.choices(actionIds.settingsPeople);
    await refuse(people, actionIds.settingsPeople);
    return people.length === 0 ? null : ({ kind: 'people', people } as const);
  }
  const members = await bot.workplace.members(group);
  const { noPlan, groupsUnknown } = bot.words.settings;
  if (members.kind === 'given') {
    return { kind: 'group', group, people: await fitAmong(bot.people, team, members.value) } as const;
  }
  throw new Declined(
    members.kind === 'no_plan' ? noPlan : groupsUnknown,
    form.blockOf(actionIds.settingsGroup),
  );
}

function blamelessIn(bot: Bot, form: Form) {
  const text = form.text(actionIds.settingsText);
  const link = form.text(actionIds.settingsLink);
  const { policyLinkWrong, needsText } = bot.words.settings;
  if (text === null) {
    if (link !== null) throw new Declined(needsText, form.blockOf(actionIds.settingsText));
    return null;
  }
  const isAddress = link === null || z.url({ protocol: /^https$/ }).safeParse(link).success;
  if (!isAddress) throw new Declined(policyLinkWrong, form.blockOf(actionIds.settingsLink));
  return { text, link };
}

async function refuseUnfitAmong(
  bot: Bot,
  team: string,
  people: readonly string[],
  blockId: string,
): Promise<void> {
  // Side by side: somebody waits, and Slack is asked about each of them.
  await Promise.all(people.map((person) => refuseUnfit(bot, team, person, blockId)));
}

/** What Slack does not tell in time is let through: the delivery will tell. */
async function refuseClosed(bot: Bot, channel: string, blockId: string): Promise<void> {
  const state = await bot.workplace.enter(channel);
  if (state === 'shared') throw new Declined(bot.words.settings.shared, blockId);
  if (state === 'closed') throw new Declined(bot.words.settings.closed, blockId);
}
