import type { ModalView } from '@slack/types';
import type { Opened } from '../../app/open-incident.ts';
import { readFor } from '../../app/reading.ts';
import type { Incident } from '../../domain/incident.ts';
import { Declined } from '../declined.ts';
import { plainFromSlack } from '../mrkdwn.ts';
import { standingOf } from '../people.ts';
import { resumeWindow } from '../views/windows.ts';
import { actFor, type Bot, type Heard, openFor } from './bot.ts';
import { openWindow } from './open-window.ts';
import { type CommandPayload, teamKey } from './payloads.ts';
import { showScreen } from './show-screen.ts';

/** Words that mean something only when they stand alone: "status page is down" is somebody asking for help. */
const subcommands = ['help', 'status', 'resolve', 'list', 'handoff', 'practice', 'settings'] as const;
type Subcommand = (typeof subcommands)[number];

function subcommandOf(text: string): Subcommand | null {
  const word = text.trim().toLowerCase();
  return subcommands.find((name) => name === word) ?? null;
}

/** `/oops`: with a sentence it opens the incident and asks a person at once; alone it opens the first screen. */
export async function onCommand(
  bot: Bot,
  { payload, correlation, ack }: Heard<CommandPayload>,
): Promise<void> {
  const team = teamKey(payload.team_id, payload.enterprise_id);
  const { user_id: user, channel_id: channel, trigger_id: trigger } = payload;
  const text = plainFromSlack(payload.text).trim();
  const subcommand = subcommandOf(text);
  if (subcommand !== null) return ack(say(await answerTo(bot, subcommand, team, user, correlation)));
  const engineer = await standingOf(bot.people, team, user, null);
  if (engineer.otherOrganisation) throw new Declined(bot.words.failures.guest);
  await openWindow(bot, trigger, async () => {
    const opened = await openFor(bot, {
      ...{ team, engineer, correlation, place: { kind: 'dm' }, text: text || null, audience: 'helpers' },
      ...{ origin: { kind: 'command', channel }, helpWanted: text !== '', evenIfOpen: false },
      key: `command:${trigger}`,
    });
    if (opened.kind === 'has_open' && text !== '')
      await keepAsNote(bot, opened.incident, engineer, text, correlation);
    await ack();
    return windowFor(bot, opened, text);
  });
}

async function windowFor(bot: Bot, opened: Opened, text: string): Promise<ModalView> {
  if (opened.kind === 'has_open' && text !== '') return resumeWindow(opened.incident, true, bot.words);
  return showScreen(bot, await readFor(bot, opened.incident, 'engineer'));
}

/** What was written while another incident is open is kept with it, whatever they choose next. */
async function keepAsNote(
  bot: Bot,
  incident: Incident,
  actor: Parameters<typeof actFor>[1]['actor'],
  text: string,
  correlation: string,
): Promise<void> {
  await actFor(bot, {
    ...{ team: incident.team, incident: incident.id, actor, correlation, key: null },
    command: (keep) => ({ type: 'add_note', words: keep(text, 'helpers') }),
  });
}

const say = (text: string) => ({ response_type: 'ephemeral', text });

async function answerTo(
  bot: Bot,
  subcommand: Subcommand,
  team: string,
  user: string,
  correlation: string,
): Promise<string> {
  const { answers, common } = bot.words;
  if (subcommand === 'help') return answers.help;
  if (subcommand !== 'status' && subcommand !== 'resolve') return `${answers.notYet}\n${answers.help}`;
  const id = await bot.store.openIncidentOf(team, user);
  const incident = id === null ? null : await bot.store.incident(team, id);
  if (incident === null) return answers.noOpenIncident;
  const name = common.incidentName(incident.number);
  if (subcommand === 'status') return answers.openIncident(name);
  const actor = await standingOf(bot.people, team, user, null);
  await actFor(bot, {
    ...{ team, incident: incident.id, actor, correlation, key: null },
    command: () => ({ type: 'resolve' }),
  });
  return answers.resolved(name);
}
