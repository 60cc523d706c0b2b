/** What an app may put in a message. https://docs.slack.dev/reference/methods/chat.postMessage */
import { checkMessageBlocks, problemText } from '../blocks/blocks.ts';
import { withGeneratedIds } from '../blocks/generated-ids.ts';
import { isObject } from '../blocks/schema.ts';
import { type Block, blockSchema } from '../protocol.ts';
import { Refusal } from '../refusal.ts';
import { normalizeAppText } from './mrkdwn.ts';
import type { StoredMessage } from './state.ts';

/** Longer texts than this are cut by Slack; the sandbox refuses them instead. */
const MAX_TEXT = 40_000;
/** Measured by others, not documented: https://github.com/slackapi/bolt-js/issues/2509 */
const MAX_BLOCK_TEXT = 13_200;
const MAX_METADATA_BYTES = 16_000;
const NO_FALLBACK = "This content can't be displayed.";

/**
 * Reads the `blocks` argument, JSON text or a list already.
 * @throws Refusal `invalid_blocks_format`, `invalid_blocks` (with `errors` and JSON pointers), `msg_blocks_too_long`
 */
export function acceptBlocks(given: unknown): Block[] {
  const blocks = parseBlocks(given);
  if (!Array.isArray(blocks)) throw new Refusal('invalid_blocks_format');
  const problems = checkMessageBlocks(blocks);
  if (problems.length > 0) {
    const errors = problems.map(problemText);
    const messages = errors.map((each) => `[ERROR] ${each}`);
    throw new Refusal('invalid_blocks', { errors, response_metadata: { messages } });
  }
  if (textLength(blocks) > MAX_BLOCK_TEXT) throw new Refusal('msg_blocks_too_long');
  return withGeneratedIds(blockSchema.array().parse(blocks));
}

function parseBlocks(given: unknown): unknown {
  if (typeof given !== 'string') return given ?? [];
  if (given === '') return [];
  try {
    return JSON.parse(given);
  } catch {
    throw new Refusal('invalid_blocks_format');
  }
}

function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + textLength(each), 0);
  if (!isObject(value)) return 0;
  const own = typeof value.text === 'string' ? value.text.length : 0;
  return own + Object.values(value).reduce<number>((sum, each) => sum + textLength(each), 0);
}

/**
 * Checks text and blocks together.
 * @throws Refusal `no_text`, `msg_too_long` (over `maxText` characters), and those of {@link acceptBlocks}
 */
export function acceptContent(
  given: { text?: string; blocks?: unknown },
  maxText = MAX_TEXT,
): { text: string; blocks: Block[] } {
  const blocks = acceptBlocks(given.blocks);
  const text = given.text ?? '';
  if (text === '' && blocks.length === 0) throw new Refusal('no_text');
  if (text.length > maxText) throw new Refusal('msg_too_long');
  return { text: text === '' ? NO_FALLBACK : normalizeAppText(text), blocks };
}

/**
 * Checks message metadata. https://docs.slack.dev/messaging/message-metadata
 * @throws Refusal `invalid_metadata_format`, `invalid_metadata_schema`, `metadata_too_large`
 */
export function acceptMetadata(given: unknown): StoredMessage['metadata'] {
  let value = given;
  if (typeof given === 'string') {
    try {
      value = JSON.parse(given);
    } catch {
      throw new Refusal('invalid_metadata_format');
    }
  }
  if (!isObject(value)) throw new Refusal('invalid_metadata_format');
  if (Object.keys(value).length === 0) return null;
  const { event_type: type, event_payload: payload } = value;
  if (typeof type !== 'string' || type === '' || !isObject(payload))
    throw new Refusal('invalid_metadata_schema');
  if (JSON.stringify(value).length > MAX_METADATA_BYTES) throw new Refusal('metadata_too_large');
  return { event_type: type, event_payload: payload };
}
