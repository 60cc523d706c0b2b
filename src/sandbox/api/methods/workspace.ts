/** The rest: who am I, sockets, reactions, the workspace. https://docs.slack.dev/reference/methods */
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { requireAsMember, requireForApp } from '../../world/conversations.ts';
import { findMessage } from '../../world/message-lookup.ts';
import { toSlackMessage } from '../../world/message-object.ts';
import { setReaction } from '../../world/messages.ts';
import { type Route, required, route, str, timestamp } from '../route.ts';

export const workspaceRoutes: Readonly<Record<string, Route>> = {
  'api.test': route(z.looseObject({ error: str.optional() }), (_call, args) => {
    if (args.error) throw new Refusal(args.error, { args });
    return { args };
  }),
  'auth.test': route(z.strictObject({}), ({ world }) => {
    const { team, bot } = world.state;
    return {
      url: `${world.baseUrl}/`,
      team: team.name,
      user: bot.name,
      team_id: team.id,
      user_id: bot.userId,
      bot_id: bot.botId,
      is_enterprise_install: false,
    };
  }),
  'apps.connections.open': route(z.strictObject({}), (call) => {
    if (!call.world.app.socketMode) throw new Refusal('socket_mode_disabled');
    return { url: call.newSocketAddress() };
  }),
  'reactions.add': route(
    z.strictObject({ channel: required, name: required, timestamp }),
    ({ world }, args) => {
      const conversation = requireAsMember(world, args.channel);
      if (conversation.archived) throw new Refusal('is_archived');
      const message = findMessage(world, conversation.id, args.timestamp);
      if (!message) throw new Refusal('message_not_found');
      if (!/^[\w+'-]+(::skin-tone-[2-6])?$/.test(args.name)) throw new Refusal('invalid_name');
      const reaction = { name: args.name, user: world.state.bot.userId, on: true };
      if (!setReaction(world, conversation, message, reaction)) throw new Refusal('already_reacted');
      return {};
    },
  ),
  'reactions.get': route(z.strictObject({ channel: required, timestamp }), ({ world }, args) => {
    const conversation = requireForApp(world, args.channel);
    const message = findMessage(world, conversation.id, args.timestamp);
    if (!message) throw new Refusal('message_not_found');
    return { type: 'message', channel: conversation.id, message: toSlackMessage(world, message) };
  }),
  'team.info': route(z.strictObject({ team: str.optional(), domain: str.optional() }), ({ world }, args) => {
    const { team } = world.state;
    if (args.team !== undefined && args.team !== team.id) throw new Refusal('team_not_found');
    return { team: { id: team.id, name: team.name, domain: team.domain, email_domain: '', icon: {} } };
  }),
  'bots.info': route(z.strictObject({ bot: str.optional(), team_id: str.optional() }), ({ world }, args) => {
    const { bot } = world.state;
    if (args.bot !== undefined && args.bot !== bot.botId) throw new Refusal('bot_not_found');
    return {
      bot: {
        id: bot.botId,
        app_id: bot.appId,
        user_id: bot.userId,
        name: bot.realName,
        deleted: false,
        icons: {},
      },
    };
  }),
};
