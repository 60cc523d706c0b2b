import type { ModalView } from '@slack/types';
import type { Opened } from '../../app/open-incident.ts';
import { resumeWindow, withNewOffered } from '../views/windows.ts';
import { type Bot, readingOf } from './bot.ts';
import { showScreen } from './show-screen.ts';

/**
 * What the person sees after asking: the screen where the questions go on; with something open, whether what they just
 * wrote is about the same; when they only came back, where they were, with a way to begin anew.
 */
export async function windowAfter(bot: Bot, opened: Opened): Promise<ModalView> {
  const { incident } = opened;
  if (opened.kind === 'has_open' && opened.words !== null)
    return resumeWindow(incident, opened.words, bot.words);
  const screen = await showScreen(bot, await readingOf(bot, incident, incident.engineer));
  const onlyCameBack = opened.kind === 'has_open' && !opened.asked;
  return onlyCameBack ? withNewOffered(screen, incident, bot.words) : screen;
}
