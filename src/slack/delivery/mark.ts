/**
 * How a message of ours is recognised when it is not known whether it was posted: an opaque key in its metadata, which
 * every app of its readers may see, and in a block id.
 */
import { z } from 'zod';

export const eventType = 'oops_message';
const blockPrefix = 'oops_message:';

type BlockLike = { readonly type: string; readonly block_id?: string };

/** https://docs.slack.dev/messaging/message-metadata */
export function metadataOf(key: string) {
  return { event_type: eventType, event_payload: { key } };
}

/** The blocks with the key as the id of the first that has none of its own. */
export function markBlocks<Block extends BlockLike>(blocks: readonly Block[], key: string): Block[] {
  const free = blocks.findIndex(({ block_id }) => block_id === undefined);
  return blocks.map((block, index) =>
    index === free ? { ...block, block_id: `${blockPrefix}${key}` } : block,
  );
}

const markedSchema = z.looseObject({
  metadata: z
    .looseObject({ event_type: z.string(), event_payload: z.looseObject({ key: z.string() }) })
    .optional()
    .catch(undefined),
  blocks: z.array(z.looseObject({ block_id: z.string().optional() })).catch([]),
});

/** Whether a message, as `conversations.history` gives it, carries this key. */
export function carriesKey(message: unknown, key: string): boolean {
  const { metadata, blocks } = markedSchema.safeParse(message).data ?? { metadata: undefined, blocks: [] };
  if (metadata?.event_type === eventType && metadata.event_payload.key === key) return true;
  return blocks.some(({ block_id }) => block_id === `${blockPrefix}${key}`);
}
