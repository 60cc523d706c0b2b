/** What people do with messages, the app aside. */
import { randomUUID } from 'node:crypto';
import type { Outcome, Person, PersonAction } from '../protocol.ts';
import { newFile, setContent, shareFiles } from '../world/files.ts';
import { findMessage, isNotice } from '../world/message-lookup.ts';
import { deleteMessage, editMessage, postMessage, setReaction } from '../world/messages.ts';
import type { StoredConversation, StoredMessage } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { channelActions } from './channel-actions.ts';
import { enteredMessage } from './entered-text.ts';
import { openLink } from './open-link.ts';
import { ownSettings } from './own-settings.ts';
import { joinedConversation, mayWrite, NotAllowed } from './refs.ts';

type Talk = Exclude<
  PersonAction['do'],
  'command' | 'messageShortcut' | 'globalShortcut' | 'click' | 'fill' | 'submit' | 'close' | 'openHome'
>;
type Actions = { [K in Talk]: Extract<PersonAction, { do: K }> };

function live(world: World, person: Person, ref: string): StoredConversation {
  const conversation = joinedConversation(world, person, ref);
  if (conversation.archived) throw new NotAllowed('is_archived', `#${conversation.name} is archived.`);
  return conversation;
}

function writable(world: World, person: Person, ref: string): StoredConversation {
  const conversation = live(world, person, ref);
  if (!mayWrite(world, conversation, person)) throw new NotAllowed('read_only', 'You cannot write here.');
  return conversation;
}

function message(world: World, conversation: StoredConversation, ts: string): StoredMessage {
  const found = findMessage(world, conversation.id, ts);
  if (!found) throw new NotAllowed('message_not_found', 'This message is gone.');
  return found;
}

function ownMessage(
  world: World,
  person: Person,
  conversation: StoredConversation,
  ts: string,
): StoredMessage {
  const found = message(world, conversation, ts);
  if (found.user !== person.id || isNotice(found)) {
    throw new NotAllowed('not_yours', 'You can change only your own messages.');
  }
  return found;
}

const handlers: { [K in Talk]: (world: World, person: Person, action: Actions[K]) => Outcome } = {
  post(world, person, { channel, text, threadTs, broadcast }) {
    const conversation = writable(world, person, channel);
    if (threadTs !== undefined) message(world, conversation, threadTs);
    const posted = postMessage(world, conversation, {
      ...enteredMessage(world, text),
      user: person.id,
      byApp: false,
      threadTs,
      broadcast,
      extra: { client_msg_id: randomUUID() },
    });
    return { result: 'done', channel: conversation.id, ts: posted.ts };
  },
  upload(world, person, { channel, name, content, encoding, text, threadTs }) {
    const conversation = writable(world, person, channel);
    if (!world.state.policy.fileUploads)
      throw new NotAllowed('file_uploads_disabled', 'Files cannot be uploaded in this workspace.');
    if (threadTs !== undefined) message(world, conversation, threadTs);
    const file = newFile(world, { name, user: person.id });
    setContent(file, Buffer.from(content, encoding));
    const words = text === '' ? { text: '', blocks: [] } : enteredMessage(world, text);
    const posted = shareFiles(world, conversation, [file], { ...words, user: person.id, threadTs });
    return { result: 'done', channel: conversation.id, ts: posted.ts };
  },
  edit(world, person, { channel, ts, text }) {
    const conversation = writable(world, person, channel);
    const found = ownMessage(world, person, conversation, ts);
    editMessage(world, conversation, found, { ...enteredMessage(world, text), by: person.id });
    return { result: 'done', channel: conversation.id, ts };
  },
  delete(world, person, { channel, ts }) {
    const conversation = writable(world, person, channel);
    deleteMessage(world, conversation, ownMessage(world, person, conversation, ts));
    return { result: 'done', channel: conversation.id, ts };
  },
  react(world, person, { channel, ts, name }) {
    const conversation = live(world, person, channel);
    setReaction(world, conversation, message(world, conversation, ts), { name, user: person.id, on: true });
    return { result: 'done', channel: conversation.id, ts };
  },
  unreact(world, person, { channel, ts, name }) {
    const conversation = live(world, person, channel);
    setReaction(world, conversation, message(world, conversation, ts), { name, user: person.id, on: false });
    return { result: 'done', channel: conversation.id, ts };
  },
  ...channelActions,
  ...ownSettings,
  openLink: (world, person, { url }) => openLink(world, person, url),
};

/** Does it at once. @throws NotAllowed when the client would not let them */
export function talk<K extends Talk>(world: World, person: Person, what: K, action: Actions[K]): Outcome {
  return handlers[what](world, person, action);
}

export function isTalk(action: PersonAction): action is Actions[Talk] {
  return action.do in handlers;
}
