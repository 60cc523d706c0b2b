/** Files: an address to upload to, the upload, and the message that shares it. https://docs.slack.dev/messaging/working-with-files */
import { randomBytes } from 'node:crypto';
import type { Block } from '../protocol.ts';
import { publish } from './events.ts';
import { postMessage } from './messages.ts';
import type { StoredConversation, StoredFile, StoredMessage } from './state.ts';
import type { World } from './world.ts';

/** A file without content yet; the key is in its upload address and in the address a person opens it at. */
export function newFile(world: World, given: { name: string; user: string; alt?: string }): StoredFile {
  const file: StoredFile = {
    id: world.newId('F'),
    key: randomBytes(12).toString('hex'),
    name: given.name,
    title: given.name,
    alt: given.alt ?? '',
    user: given.user,
    created: Math.floor(world.now() / 1000),
    content: null,
    size: 0,
    isShared: false,
  };
  world.state.files[file.id] = file;
  return file;
}

export function setContent(file: StoredFile, content: Buffer): void {
  file.content = content.toString('base64');
  file.size = content.length;
}

/**
 * Posts the message that shows these files in a conversation; a message of people talking, also without a word.
 * https://docs.slack.dev/reference/events/message/file_share https://docs.slack.dev/reference/events/file_shared
 */
export function shareFiles(
  world: World,
  conversation: StoredConversation,
  files: readonly StoredFile[],
  draft: { user: string; text: string; blocks: Block[]; threadTs?: string },
): StoredMessage {
  for (const file of files) file.isShared = true;
  const message = postMessage(world, conversation, {
    ...draft,
    byApp: world.isBotUser(draft.user),
    subtype: 'file_share',
    files: files.map((file) => file.id),
    extra: { upload: false, display_as_bot: false },
  });
  for (const file of files) {
    const about = {
      file_id: file.id,
      user_id: file.user,
      file: { id: file.id },
      channel_id: conversation.id,
    };
    publish(world, { type: 'file_shared', ...about, event_ts: world.newTs() }, conversation);
  }
  return message;
}

/** May the app see this file: its own, or one in a conversation it is in? */
export function isSeenByApp(world: World, file: StoredFile): boolean {
  const bot = world.state.bot.userId;
  if (file.user === bot) return true;
  return Object.values(world.state.conversations).some(
    ({ id, members }) =>
      members.includes(bot) && world.state.messages[id]?.some((each) => each.files?.includes(file.id)),
  );
}
