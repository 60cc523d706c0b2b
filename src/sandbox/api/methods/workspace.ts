/** The rest: who am I, sockets, reactions, the workspace, validation of blocks. https://docs.slack.dev/reference/methods */
import { z } from 'zod';
import { checkMessageBlocks, checkView } from '../../blocks/blocks.ts';
import { isObject, type Problem } from '../../blocks/schema.ts';
import { Refusal } from '../../refusal.ts';
import { requireAsMember, requireForApp } from '../../world/conversations.ts';
import { findMessage, setReaction, toSlackMessage } from '../../world/messages.ts';
import {
  invalidArguments,
  jsonObject,
  later,
  type Route,
  required,
  route,
  str,
  timestamp,
} from '../route.ts';

function refuseProblems(code: string, problems: readonly Problem[], cut: string): void {
  if (problems.length === 0) return;
  const errors = problems.map(({ pointer, message }) => ({
    code: 'failed_constraint',
    message,
    pointer: pointer.slice(cut.length) || '/',
  }));
  throw new Refusal(code, { errors });
}

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
  'blocks.validate': route(
    z.strictObject({ blocks: later, view: jsonObject.optional(), message: jsonObject.optional() }),
    (_call, args) => {
      if ([args.blocks, args.view, args.message].filter((each) => each !== undefined).length !== 1) {
        throw invalidArguments('must provide exactly one of `blocks`, `view`, or `message`');
      }
      if (args.view !== undefined) {
        const kind = isObject(args.view) && args.view.type === 'home' ? 'home' : 'modal';
        refuseProblems('invalid_view', checkView(args.view, kind), '/view');
      } else if (args.message !== undefined) {
        const blocks = isObject(args.message) ? (args.message.blocks ?? []) : args.message;
        refuseProblems('invalid_message', checkMessageBlocks(blocks), '');
      } else {
        const blocks: unknown = typeof args.blocks === 'string' ? parse(args.blocks) : args.blocks;
        refuseProblems('invalid_blocks', checkMessageBlocks(blocks), '/blocks');
      }
      return {};
    },
  ),
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid_blocks');
  }
}
