import type { AskAnswer } from '../../domain/commands.ts';
import { findAsk } from '../../domain/incident.ts';
import type { Handler } from '../listen.ts';
import type { Click } from '../payloads.ts';
import type { Bot } from './bot.ts';
import { actOnClick, referenceOf } from './in-message.ts';

/** *I'm with them*, *In 10 minutes; ask someone too* and *I can't*, in the mentor's DM. The message itself is redrawn by what this changes. */
export const onAnswerAsk =
  (bot: Bot, answer: AskAnswer): Handler<Click, never> =>
  async (click, heard) => {
    const { ask = '' } = referenceOf(click);
    const incident = await actOnClick(bot, click, heard, { type: 'answer_ask', ask, answer });
    bot.log.info({ incident: incident.id, ask, state: findAsk(incident, ask)?.state }, 'an ask was answered');
    return undefined;
  };

/** *Seen*, in the manager's DM. */
export const onSummarySeen =
  (bot: Bot): Handler<Click, never> =>
  async (click, heard) => {
    await actOnClick(bot, click, heard, { type: 'mark_summary_seen' });
    return undefined;
  };
