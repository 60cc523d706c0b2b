/** What one person sees. */
import { isObject } from '../blocks/schema.ts';
import type {
  Conversation,
  Person,
  Screen,
  ShownConversation,
  ShownMessage,
  ShownView,
  Workspace,
} from '../protocol.ts';
import { homeOf, stackOf } from '../views/view-stack.ts';
import { toShownFile } from '../world/file-object.ts';
import { messagesOf, repliesOf } from '../world/message-lookup.ts';
import { botPerson, requirePerson } from '../world/people.ts';
import type { StoredConversation, StoredEphemeral, StoredMessage, StoredView } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { mayWrite, sees } from './refs.ts';

function plain(value: unknown): string | null {
  return isObject(value) && typeof value.text === 'string' ? value.text : null;
}

function conversationName(world: World, conversation: StoredConversation, viewer: string | null): string {
  if (conversation.name !== '') return conversation.name;
  const others = conversation.members.filter((id) => id !== viewer);
  return others.map((id) => requirePerson(world, id).name).join(', ');
}

function toConversation(world: World, conversation: StoredConversation, viewer: string | null): Conversation {
  const { id, kind, topic, purpose, members, archived, shared } = conversation;
  return {
    id,
    kind,
    name: conversationName(world, conversation, viewer),
    topic,
    purpose,
    members: [...members],
    archived,
    shared,
    pendingShared: conversation.pendingShares.length > 0,
  };
}

function toShownMessage(world: World, message: StoredMessage | StoredEphemeral): ShownMessage {
  const isReply = message.threadTs !== null && message.threadTs !== message.ts;
  const replies = isReply || 'to' in message ? [] : repliesOf(world, message);
  return {
    channel: message.channel,
    ts: message.ts,
    user: message.user,
    isBot: message.byApp,
    text: message.text,
    blocks: structuredClone(message.blocks),
    threadTs: message.threadTs,
    replyCount: replies.length,
    replyUsers: [...new Set(replies.map((each) => each.user))],
    subtype: message.subtype,
    edited: message.edited !== null,
    ephemeral: 'to' in message,
    reactions: structuredClone(message.reactions),
    files: (message.files ?? []).flatMap((id) => {
      const file = world.state.files[id];
      return file ? [toShownFile(file)] : [];
    }),
  };
}

function toShownView(view: StoredView): ShownView {
  return {
    id: view.id,
    type: view.type,
    callbackId: typeof view.payload.callback_id === 'string' ? view.payload.callback_id : '',
    title: plain(view.payload.title) ?? '',
    submit: plain(view.payload.submit),
    close: plain(view.payload.close) ?? 'Cancel',
    blocks: structuredClone(view.payload.blocks),
    values: structuredClone(view.values),
    errors: [...view.errors],
    hash: view.hash,
  };
}

/** What this person sees in a conversation, replies and ephemerals included, oldest first. */
export function messagesFor(world: World, person: Person, channel: string): ShownMessage[] {
  const own = world.state.ephemerals.filter((each) => each.to === person.id && each.channel === channel);
  const all: (StoredMessage | StoredEphemeral)[] = [...messagesOf(world, channel), ...own];
  return all.sort((a, b) => (a.ts < b.ts ? -1 : 1)).map((each) => toShownMessage(world, each));
}

function toShownConversation(
  world: World,
  conversation: StoredConversation,
  person: Person,
): ShownConversation {
  const member = conversation.members.includes(person.id);
  return {
    ...toConversation(world, conversation, person.id),
    member,
    writable: mayWrite(world, conversation, person),
    messages: member ? messagesFor(world, person, conversation.id) : [],
  };
}

export function stackFor(world: World, user: string): ShownView[] {
  return stackOf(world, user).map(toShownView);
}

export function homeFor(world: World, user: string): ShownView | null {
  const home = homeOf(world, user);
  return home ? toShownView(home) : null;
}

/** Everything this person's client shows. @throws Refusal `user_not_found` */
export function screenOf(world: World, user: string): Screen {
  const me = requirePerson(world, user);
  const conversations = Object.values(world.state.conversations).filter((each) => sees(each, me));
  return {
    version: world.state.version,
    now: world.now(),
    me,
    conversations: conversations.map((each) => toShownConversation(world, each, me)),
    stack: stackFor(world, user),
    home: homeFor(world, user),
    notices: [...(world.state.notices[user] ?? [])],
    notifications: [...(world.state.notifications[user] ?? [])],
  };
}

/** The workspace as an onlooker sees it who may see everything. */
export function workspaceOf(world: World, connections: number): Workspace {
  const { team, bot, userGroups } = world.state;
  return {
    team: { ...team },
    bot: { userId: bot.userId, botId: bot.botId, appId: bot.appId, name: bot.realName },
    people: [...Object.values(world.state.people), botPerson(world)],
    conversations: Object.values(world.state.conversations).map((each) => toConversation(world, each, null)),
    userGroups: userGroups.map((group) => ({ ...group })),
    commands: [...world.app.commands],
    shortcuts: [...world.app.shortcuts],
    now: world.now(),
    clockOffset: world.clock.offset,
    connections,
    faults: world.faults.list(),
    policy: { ...world.state.policy },
  };
}
