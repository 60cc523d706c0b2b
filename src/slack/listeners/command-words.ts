import { findPart } from '../../domain/part.ts';
import type { PersonStanding } from '../../domain/permissions.ts';
import type { CommandAnswer } from '../listen.ts';
import { helpAnswer, type Listed, listAnswer, nothingOpen, statusAnswer } from '../views/command-answers.ts';
import { mention } from '../views/parts.ts';
import { actFor, type Bot, readingOf } from './bot.ts';
import { refuseUnfit } from './fit-person.ts';
import type { OopsWord } from './oops-words.ts';

export type Asker = {
  readonly team: string;
  readonly actor: PersonStanding;
  readonly correlation: string;
};

/** What the words behind `/oops` do and say. Only the person who typed them reads the answer. */
export async function answerToWord(
  bot: Bot,
  asked: Exclude<OopsWord, { word: 'settings' }>,
  by: Asker,
): Promise<CommandAnswer> {
  const { answers } = bot.words;
  switch (asked.word) {
    case 'help':
      return helpAnswer(bot.words);
    case 'list':
      return listAnswer(await partsOf(bot, by), bot.words);
    case 'status':
      return status(bot, by);
    case 'resolve':
      return resolve(bot, by);
    case 'handoff':
      return asked.person === null ? { text: answers.handOffWhom } : handOff(bot, by, asked.person);
    case 'practice':
      return { text: answers.practiceNotYet };
    default:
      return asked satisfies never;
  }
}

/** What is open and theirs to know of, oldest first. */
async function partsOf(bot: Bot, { team, actor }: Asker): Promise<readonly Listed[]> {
  if (actor.otherOrganisation) return [];
  const ids = await bot.store.openIncidentsWith(team, actor.user);
  const incidents = await Promise.all(ids.map((id) => bot.store.incident(team, id)));
  return incidents.flatMap((incident) => {
    const part = incident === null ? null : findPart(incident, actor.user);
    if (incident === null || part === null) return [];
    return actor.guest && part !== 'engineer' ? [] : [{ incident, part }];
  });
}

const mine = async (bot: Bot, by: Asker): Promise<Listed | undefined> =>
  (await partsOf(bot, by)).findLast(({ part }) => part === 'engineer');

async function status(bot: Bot, by: Asker): Promise<CommandAnswer> {
  const found = await mine(bot, by);
  if (found === undefined) return nothingOpen(bot.words);
  return statusAnswer(await readingOf(bot, found.incident, by.actor.user), bot.words);
}

async function resolve(bot: Bot, by: Asker): Promise<CommandAnswer> {
  const found = await mine(bot, by);
  if (found === undefined) return nothingOpen(bot.words);
  const { id, number } = found.incident;
  const request = { team: by.team, incident: id, actor: by.actor, correlation: by.correlation, key: null };
  await actFor(bot, { ...request, command: () => ({ type: 'resolve' }) });
  return { text: bot.words.answers.resolved(bot.words.common.incidentName(number)) };
}

/** Mine before those I help with; where there are several of these, the button says which is meant. */
async function handOff(bot: Bot, by: Asker, person: string): Promise<CommandAnswer> {
  const { answers, common } = bot.words;
  const parts = await partsOf(bot, by);
  const helping = parts.filter(({ part }) => part === 'helper');
  const found = parts.findLast(({ part }) => part === 'engineer') ?? helping[0];
  if (found === undefined) return nothingOpen(bot.words);
  if (found.part === 'helper' && helping.length > 1) return { text: answers.handOffWhich };
  await refuseUnfit(bot, by.team, person);
  const { id, number } = found.incident;
  const request = { team: by.team, incident: id, actor: by.actor, correlation: by.correlation, key: null };
  await actFor(bot, { ...request, command: () => ({ type: 'hand_off', person }) });
  return { text: answers.handedOff(mention(person), common.incidentName(number)) };
}
