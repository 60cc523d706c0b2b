import type { ModalView } from '@slack/types';
import type { Opened } from '../../app/open-incident.ts';
import { resumeWindow } from '../views/windows.ts';
import { type Bot, readingOf } from './bot.ts';
import { showScreen } from './show-screen.ts';

/** What the person sees after asking: the screen where the questions go on, or, with something open, whether it is the same. */
export async function windowAfter(bot: Bot, opened: Opened): Promise<ModalView> {
  const { incident } = opened;
  if (opened.kind === 'has_open' && (opened.words !== null || !opened.asked))
    return resumeWindow(incident, opened.words, bot.words);
  return showScreen(bot, await readingOf(bot, incident, incident.engineer));
}
