import { act } from '../../app/act.ts';
import type { SharedChannel } from '../event-payloads.ts';
import type { EventHandler } from '../listen.ts';
import type { Bot } from './bot.ts';

/** Another organisation reads a channel from now on: what stands there goes on in private. */
export const onChannelShared =
  (bot: Bot): EventHandler<SharedChannel> =>
  async ({ channel }, { team, correlationId: correlation }) => {
    for (const incident of await bot.store.shownIn(team, channel)) {
      await act(bot, {
        ...{ team, incident, actor: null, key: null, correlation },
        command: () => ({ type: 'channel_shared', channel }),
      });
      bot.log.info({ incident }, 'a channel is shared now; the incident moved');
    }
  };
