/**
 * Response urls: five uses in thirty minutes.
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { findEphemeral, removeEphemeral, showEphemeral } from './ephemerals.ts';
import { acceptContent, acceptMetadata } from './message-content.ts';
import { findMessage } from './message-lookup.ts';
import { deleteMessage, editMessage, postMessage } from './messages.ts';
import type { Json, StoredConversation, StoredResponseUrl } from './state.ts';
import type { World } from './world.ts';

const USES = 5;
const LIFE_MS = 30 * 60_000;

const bodySchema = z.strictObject({
  text: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
  metadata: z.unknown().optional(),
  mrkdwn: z.boolean().optional(),
  unfurl_links: z.boolean().optional(),
  unfurl_media: z.boolean().optional(),
});

type About = Pick<StoredResponseUrl, 'user' | 'channel' | 'messageTs' | 'ephemeral' | 'threadTs'>;

/** A new address that the app may answer at. */
export function newResponseUrl(world: World, about: About): string {
  const now = world.now();
  for (const [id, url] of Object.entries(world.state.responseUrls)) {
    if (url.expiresAt + LIFE_MS < now) delete world.state.responseUrls[id];
  }
  const id = randomBytes(12).toString('hex');
  world.state.responseUrls[id] = { ...about, uses: 0, expiresAt: now + LIFE_MS };
  return `${world.baseUrl}/response/${id}`;
}

/** Answers a post to such an address: 200, or 404 when it is used up, old or unknown, or 400 for a bad body. */
export function answerResponseUrl(world: World, id: string, body: unknown): { status: number; answer: Json } {
  const url = world.state.responseUrls[id];
  if (!url) return { status: 404, answer: { ok: false, error: 'no_service' } };
  if (url.expiresAt < world.now()) return { status: 404, answer: { ok: false, error: 'expired_url' } };
  if (url.uses >= USES) return { status: 404, answer: { ok: false, error: 'used_url' } };
  const conversation = world.state.conversations[url.channel];
  if (!conversation) return { status: 404, answer: { ok: false, error: 'channel_not_found' } };
  try {
    respond(world, url, conversation, body);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: 400, answer: { ok: false, error: error.code, ...error.extra } };
  }
  url.uses += 1;
  return { status: 200, answer: { ok: true } };
}

/**
 * Does what a body for a response url (or the message in a command's acknowledgement) says.
 * @throws Refusal `invalid_payload`, or for the content
 */
export function respond(
  world: World,
  url: StoredResponseUrl,
  conversation: StoredConversation,
  given: unknown,
): void {
  const parsed = bodySchema.safeParse(given);
  if (!parsed.success) throw new Refusal('invalid_payload');
  const body = parsed.data;
  const ephemeral = url.messageTs ? findEphemeral(world, url.user, url.channel, url.messageTs) : undefined;
  const original = url.messageTs ? findMessage(world, url.channel, url.messageTs) : undefined;
  if (body.delete_original) {
    if (ephemeral) removeEphemeral(world, ephemeral);
    else if (original?.byApp) deleteMessage(world, conversation, original);
    return;
  }
  const content = acceptContent(body);
  if (body.replace_original && ephemeral) {
    Object.assign(ephemeral, content);
    world.changed([url.user]);
  } else if (body.replace_original && original?.byApp) {
    editMessage(world, conversation, original, { ...content, by: world.state.bot.botId });
  } else if (body.response_type === 'in_channel') {
    postMessage(world, conversation, {
      ...content,
      user: world.state.bot.userId,
      byApp: true,
      threadTs: body.thread_ts,
      metadata: body.metadata === undefined ? null : acceptMetadata(body.metadata),
    });
  } else {
    const ts = showEphemeral(world, conversation, url.user, { ...content, threadTs: body.thread_ts });
    if (url.messageTs === null) Object.assign(url, { messageTs: ts, ephemeral: true });
  }
}
