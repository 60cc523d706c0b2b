/** Ways in that are not a form: slash commands, shortcuts, the app's home. https://docs.slack.dev/interactivity */
import type { Interactions } from '../delivery/interactions.ts';
import type { Outcome, Person, PersonAction } from '../protocol.ts';
import { Refusal } from '../refusal.ts';
import { toSlackView } from '../views/view-object.ts';
import { homeOf } from '../views/view-stack.ts';
import { openDirect } from '../world/conversations.ts';
import { publish } from '../world/events.ts';
import { findMessage } from '../world/message-lookup.ts';
import { toSlackMessage } from '../world/message-object.ts';
import { notice } from '../world/notices.ts';
import { newResponseUrl, respond } from '../world/response-urls.ts';
import { newTrigger } from '../world/triggers.ts';
import type { World } from '../world/world.ts';
import { enteredCommandText } from './entered-text.ts';
import { nowTs, payloadBase, payloadChannelName, verificationToken } from './payloads.ts';
import { joinedConversation, NotAllowed } from './refs.ts';

type Action<K extends PersonAction['do']> = Extract<PersonAction, { do: K }>;

/** https://docs.slack.dev/interactivity/implementing-slash-commands */
export async function runCommand(
  world: World,
  interactions: Interactions,
  person: Person,
  action: Action<'command'>,
): Promise<Outcome> {
  const conversation = joinedConversation(world, person, action.channel);
  const command = world.app.commands.find((each) => each.command === action.command);
  const about = { channel: conversation.id };
  const refuse = (error: string, text: string): Outcome => {
    notice(world, person.id, { ...about, error, text });
    return { result: 'refused', error, text };
  };
  if (!command || !world.scopes().includes('commands')) {
    return refuse('unknown_command', `${action.command} is not a valid command.`);
  }
  if (action.threadTs !== undefined) {
    return refuse('not_supported_in_threads', `${action.command} is not supported in threads. Sorry!`);
  }
  if (conversation.archived) return refuse('is_archived', `#${conversation.name} is archived.`);
  const { team, bot } = world.state;
  const url = newResponseUrl(world, {
    user: person.id,
    channel: conversation.id,
    messageTs: null,
    ephemeral: true,
    threadTs: null,
  });
  const payload = {
    token: verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: conversation.id,
    channel_name: payloadChannelName(conversation),
    user_id: person.id,
    user_name: person.name,
    command: command.command,
    text: enteredCommandText(world, action.text.trim(), command.shouldEscape),
    api_app_id: bot.appId,
    is_enterprise_install: 'false',
    response_url: url,
    trigger_id: newTrigger(world, person.id),
  };
  const answer = await interactions.send('slash_commands', payload, (given) => {
    const isEmpty = typeof given !== 'object' || given === null || Object.keys(given).length === 0;
    const stored = world.state.responseUrls[url.split('/').at(-1) ?? ''];
    if (isEmpty || !stored) return null;
    try {
      respond(world, stored, conversation, given);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  });
  if (answer.acknowledged) return { result: 'done', channel: conversation.id };
  const text = `${command.command} failed with the error "${answer.error}"`;
  notice(world, person.id, { ...about, error: answer.error, text });
  return { result: 'failed', error: answer.error, text };
}

/** https://docs.slack.dev/interactivity/implementing-shortcuts */
export async function runShortcut(
  world: World,
  interactions: Interactions,
  person: Person,
  action: Action<'messageShortcut'> | Action<'globalShortcut'>,
): Promise<Outcome> {
  const type = action.do === 'messageShortcut' ? 'message' : 'global';
  const isDefined = world.app.shortcuts.some(
    (each) => each.type === type && each.callbackId === action.callbackId,
  );
  if (!isDefined || !world.app.interactivity || !world.scopes().includes('commands')) {
    throw new NotAllowed('unknown_shortcut', 'The app has no such shortcut.');
  }
  const about = action.do === 'messageShortcut' ? aboutMessage(world, person, action) : {};
  const answer = await interactions.send('interactive', {
    type: action.do === 'messageShortcut' ? 'message_action' : 'shortcut',
    ...payloadBase(world, person),
    action_ts: nowTs(world),
    callback_id: action.callbackId,
    trigger_id: newTrigger(world, person.id),
    ...about,
  });
  if (answer.acknowledged) return { result: 'done' };
  const text = notice(world, person.id, { error: answer.error });
  return { result: 'failed', error: answer.error, text };
}

function aboutMessage(world: World, person: Person, action: Action<'messageShortcut'>) {
  const conversation = joinedConversation(world, person, action.channel);
  const message = findMessage(world, conversation.id, action.ts);
  if (!message) throw new NotAllowed('message_not_found', 'This message is gone.');
  return {
    channel: { id: conversation.id, name: payloadChannelName(conversation) },
    message_ts: message.ts,
    message: toSlackMessage(world, message),
    response_url: newResponseUrl(world, {
      user: person.id,
      channel: conversation.id,
      messageTs: message.ts,
      ephemeral: false,
      threadTs: message.threadTs,
    }),
  };
}

/** https://docs.slack.dev/reference/events/app_home_opened */
export function openHome(world: World, person: Person, action: Action<'openHome'>): Outcome {
  if (action.tab === 'home' && !world.app.homeTab)
    throw new NotAllowed('not_enabled', 'The app has no home tab.');
  const { conversation } = openDirect(world, [world.state.bot.userId, person.id]);
  const home = homeOf(world, person.id);
  const event = {
    type: 'app_home_opened',
    user: person.id,
    channel: conversation.id,
    tab: action.tab,
    ...(home && action.tab === 'home' ? { view: toSlackView(world, home) } : {}),
    event_ts: nowTs(world),
  };
  publish(world, event, null);
  return { result: 'done', channel: conversation.id };
}
