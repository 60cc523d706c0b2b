import type { ScreenPainter } from '../../app/open-screens.ts';
import { isOver } from '../../domain/incident.ts';
import { type Bot, readingOf } from './bot.ts';
import { drawScreen } from './show-screen.ts';

/**
 * Draws an open screen anew, under the name of its drawing. Slack keeps what was typed where block and action are the
 * same, and knows the name no more when the person has gone on to another screen or closed the window.
 * https://docs.slack.dev/reference/methods/views.update
 */
export function createScreenPainter(bot: Bot): ScreenPainter {
  return {
    async paint(team, id, { user, screen, drawing }) {
      const incident = await bot.store.incident(team, id);
      // A window of one that has ended meanwhile keeps what was typed; it is answered when it is sent.
      if (incident === null || isOver(incident)) return 'gone';
      const view = await drawScreen(bot, await readingOf(bot, incident, user), screen);
      const painted = await bot.windows.repaint(drawing, view, 'background');
      if (painted.ok) return 'painted';
      const { failure } = painted;
      if (failure.kind === 'refused' || failure.kind === 'broken') return 'gone';
      bot.log.warn({ incident: id, failure: failure.kind }, 'an open window could not be told the news');
      return 'failed';
    },
  };
}
