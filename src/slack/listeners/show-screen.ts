import type { ModalView } from '@slack/types';
import type { Reading } from '../../app/ports.ts';
import { isOver } from '../../domain/incident.ts';
import { nextScreen, type Screen } from '../../domain/phases.ts';
import { suggestPlaybooks } from '../../domain/playbook.ts';
import { Declined } from '../declined.ts';
import { draftSummaryWindow } from '../views/parts-windows.ts';
import { fixScreen } from '../views/screens/fix.ts';
import { impactScreen, reachScreen } from '../views/screens/impact.ts';
import { reassuranceScreen } from '../views/screens/reassurance.ts';
import { noticeWindow } from '../views/windows.ts';
import { wordsFor } from '../words/words.ts';
import { type Bot, readAs } from './bot.ts';
import type { InWindow } from './in-window.ts';
import { helperNames, showEscalation } from './show-escalation.ts';

/**
 * Draws a screen of an incident, by default the one where its questions go on, and remembers who has it open, so that
 * it can be told what changes meanwhile. Each drawing has a name of its own (`external_id`): by it the same screen is
 * found again, and no later one in the same window.
 */
export async function showScreen(
  bot: Bot,
  reading: Reading,
  screen?: Screen,
  before: Drawing | null = null,
): Promise<ModalView> {
  const { incident, viewer } = reading;
  const shown = screenFor(reading, screen ?? nextScreen(incident));
  const view = await drawScreen(bot, reading, shown);
  if (viewer.user === null || isOver(incident)) return view;
  const drawing = before?.screen === shown ? before.name : bot.ids.next();
  await bot.store.rememberScreen(incident.team, incident.id, { user: viewer.user, screen: shown, drawing });
  return { ...view, external_id: drawing };
}

/** What a window shows until now: the same screen drawn again keeps its name. */
export type Drawing = { readonly screen: Screen | undefined; readonly name: string };

/**
 * The screen for a window that shows one already: what this person may see of the incident, as it is now. Refuses one that
 * has ended meanwhile: the window says so and keeps what was typed.
 */
export async function screenIn(bot: Bot, at: InWindow, screen?: Screen): Promise<ModalView> {
  const { team, who, about, view } = at;
  const reading = await readAs(bot, who, team, about.incident);
  if (isOver(reading.incident)) throw new Declined(bot.words.failures.rejection('incident_over'));
  const before = view.drawing === null ? null : { screen: about.screen, name: view.drawing };
  return showScreen(bot, reading, screen, before);
}

/** The screen as it is now. */
export async function drawScreen(bot: Bot, reading: Reading, screen: Screen): Promise<ModalView> {
  const { incident, viewer } = reading;
  const words = wordsFor(viewer.locale);
  if (isOver(incident)) return noticeWindow(words.failures.rejection('incident_over'), words);
  switch (screen) {
    case 'reassurance':
      return reassuranceScreen(reading, words);
    case 'impact':
      return impactScreen(reading, words);
    case 'reach':
      return reachScreen(reading, words);
    case 'escalation':
      return viewer.role === 'engineer'
        ? showEscalation(bot, reading)
        : draftSummaryWindow(reading, await helperNames(bot, reading), words);
    default:
      return fixScreen(reading, playbookFor(bot, reading), words);
  }
}
/** What goes to the manager is the engineer's own: a helper goes on to the plan, unless asked to write a version. */
function screenFor({ viewer, incident }: Reading, screen: Screen): Screen {
  const isGiven = incident.givenParts.some((part) => part.screen === 'escalation');
  return screen === 'escalation' && viewer.role !== 'engineer' && !isGiven ? 'fix' : screen;
}

function playbookFor(bot: Bot, { incident, words }: Reading) {
  const told = [incident.happened, incident.impact.affected].map((id) => (id === null ? '' : words.get(id)));
  const facts = { words: told.join('\n'), impactKinds: incident.impact.kinds };
  return suggestPlaybooks(bot.playbooks, facts)[0]?.playbook ?? null;
}
