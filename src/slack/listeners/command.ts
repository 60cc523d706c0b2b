import type { PersonStanding } from '../../domain/permissions.ts';
import type { CommandAnswer, Handler } from '../listen.ts';
import { plainFromSlack } from '../mrkdwn.ts';
import type { Command } from '../payloads.ts';
import { standingOf } from '../people.ts';
import { actFor, type Bot, openFor } from './bot.ts';
import { openWindow } from './open-window.ts';
import { openSettings } from './settings.ts';
import { windowAfter } from './window-after.ts';

/** Words that mean something only when they stand alone: "status page is down" is somebody asking for help. */
const subcommands = ['help', 'status', 'resolve', 'list', 'handoff', 'practice', 'settings'] as const;
type Subcommand = (typeof subcommands)[number];

function subcommandOf(text: string): Subcommand | null {
  const word = text.toLowerCase();
  return subcommands.find((name) => name === word) ?? null;
}

/** `/oops`: with a sentence it opens the incident and asks a person at once; alone it opens the first screen. */
export const onCommand =
  (bot: Bot): Handler<Command, CommandAnswer> =>
  async (command, { team, correlationId, ack }) => {
    const text = plainFromSlack(command.text).trim();
    const subcommand = subcommandOf(text);
    const who = () => standingOf(bot.people, team, command.user);
    if (subcommand === 'settings') return openSettings(bot, command, { team, ack });
    if (subcommand !== null) {
      return { text: await answerTo(bot, subcommand, team, await who(), correlationId) };
    }
    const open = async () => {
      const person = await who();
      const opened = await openFor(bot, {
        ...{ team, engineer: person, correlation: correlationId, place: { kind: 'dm' } },
        ...{ text: text || null, audience: 'helpers', helpWanted: text !== '', evenIfOpen: false },
        origin: { kind: 'command', channel: command.channel },
        key: `command:${command.triggerId}`,
      });
      await ack();
      return windowAfter(bot, opened);
    };
    const { triggerId } = command;
    const unopened = bot.words.failures.screenDidNotOpen;
    await openWindow(bot, { triggerId, typed: text || null, unopened }, open);
    return undefined;
  };

async function answerTo(
  bot: Bot,
  subcommand: Subcommand,
  team: string,
  actor: PersonStanding,
  correlation: string,
): Promise<string> {
  const { answers, common } = bot.words;
  if (subcommand === 'help') return answers.help;
  if (subcommand !== 'status' && subcommand !== 'resolve') return `${answers.notYet}\n${answers.help}`;
  const id = await bot.store.openIncidentOf(team, actor.user);
  const incident = id === null ? null : await bot.store.incident(team, id);
  if (incident === null) return answers.noOpenIncident;
  const name = common.incidentName(incident.number);
  if (subcommand === 'status') return answers.openIncident(name);
  await actFor(bot, {
    ...{ team, incident: incident.id, actor, correlation, key: null },
    command: () => ({ type: 'resolve' }),
  });
  return answers.resolved(name);
}
