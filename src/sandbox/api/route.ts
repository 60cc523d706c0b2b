/** How one Web API method is written: a schema of its arguments, and what it does. */
import { z } from 'zod';
import type { ConversationKind } from '../protocol.ts';
import { Refusal } from '../refusal.ts';
import type { Json, StoredConversation, StoredView } from '../world/state.ts';
import type { World } from '../world/world.ts';

export interface Call {
  readonly world: World;
  /** A websocket address for `apps.connections.open`. */
  newSocketAddress(): string;
  /** Tells the app that these modals were closed, where it asked to know. */
  viewsClosed(views: readonly StoredView[]): void;
}

export interface Route {
  readonly argumentNames: readonly string[];
  answer(call: Call, given: Json): Json;
}

/**
 * A route whose arguments are checked by `schema` (a strict object) before `run` sees them.
 * Faults become `invalid_arguments` with a line for each in `response_metadata.messages`.
 */
export function route<S extends z.ZodObject>(schema: S, run: (call: Call, args: z.infer<S>) => Json): Route {
  return {
    argumentNames: Object.keys(schema.shape),
    answer(call, given) {
      const parsed = schema.safeParse(given);
      if (parsed.success) return run(call, parsed.data);
      const messages = parsed.error.issues.flatMap((issue) => issueTexts(issue, given));
      throw new Refusal('invalid_arguments', { response_metadata: { messages } });
    },
  };
}

function issueTexts(issue: z.core.$ZodIssue, given: Json): string[] {
  const key = String(issue.path[0] ?? '');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((each) => `[ERROR] invalid additional property: ${each} [json-pointer:/${each}]`);
  }
  if (given[key] === undefined) return [`[ERROR] missing required field: ${key} [json-pointer:/${key}]`];
  return [`[ERROR] ${issue.message} [json-pointer:/${issue.path.join('/')}]`];
}

/** Refuses with `invalid_arguments` and these lines. */
export function invalidArguments(...messages: readonly string[]): Refusal {
  const lines = messages.map((message) => `[ERROR] ${message}`);
  return new Refusal('invalid_arguments', { response_metadata: { messages: lines } });
}

/** Text; numbers from JSON bodies are taken too. */
export const str = z.union([z.string(), z.number().transform(String)]);
export const required = str.pipe(z.string().min(1, 'must be more than 0 characters'));
export const flag = z.union([
  z.boolean(),
  z.enum(['true', '1']).transform(() => true),
  z.enum(['false', '0', '']).transform(() => false),
]);
export const int = z.coerce.number().int();
/** A comma-separated list, or a JSON list. */
export const idList = z.union([
  z.array(z.string()),
  z.string().transform((text) =>
    text
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  ),
]);
export const timestamp = str.pipe(z.string().regex(/^\d{1,10}(\.\d{1,6})?$/, 'must be a timestamp'));
/** An object, or JSON text of one. */
export const jsonObject = z.union([
  z.record(z.string(), z.unknown()),
  z.string().transform((text, context) => {
    try {
      const value: unknown = JSON.parse(text);
      return value;
    } catch {
      context.addIssue({ code: 'custom', message: 'must be valid JSON' });
      return z.NEVER;
    }
  }),
]);
/** A list, or JSON text of one. */
export const jsonList = z.union([
  z.array(z.unknown()),
  z.string().transform((text, context) => {
    try {
      return z.array(z.unknown()).parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: 'custom', message: 'must be a JSON list' });
      return z.NEVER;
    }
  }),
]);
/** Anything that JSON can hold, checked later. */
export const later = z.unknown().optional();

const suffixes: Readonly<Record<ConversationKind, string>> = {
  channel: 'channels',
  private: 'groups',
  dm: 'im',
  group: 'mpim',
};

/** The scope of this family for a kind of conversation: `channels:read`, `groups:history`, … */
export function scopeFor(kind: ConversationKind, family: 'read' | 'history'): string {
  return `${suffixes[kind]}:${family}`;
}

/** @throws Refusal `missing_scope` with what is needed and what the token has, unless it has one of `scopes` */
export function requireScope(world: World, ...scopes: readonly string[]): void {
  const provided = world.scopes();
  if (scopes.length === 0 || scopes.some((scope) => provided.includes(scope))) return;
  throw new Refusal('missing_scope', { needed: scopes.join(','), provided: provided.join(',') });
}

/** @throws Refusal `missing_scope` for what this kind of conversation needs */
export function requireKindScope(
  world: World,
  conversation: StoredConversation,
  family: 'read' | 'history',
): void {
  requireScope(world, scopeFor(conversation.kind, family));
}

/**
 * What managing channels needs; `narrower` names scopes that are enough for the one thing.
 * @throws Refusal `missing_scope`
 */
export function requireManageScope(world: World, isPrivate: boolean, ...narrower: readonly string[]): void {
  if (isPrivate) requireScope(world, 'groups:write', ...narrower.map((each) => `groups:${each}`));
  else requireScope(world, 'channels:manage', ...narrower.map((each) => `channels:${each}`));
}

/**
 * One page of a list. Cursors are opaque to the caller. https://docs.slack.dev/apis/web-api/pagination
 * @throws Refusal `invalid_limit`, `invalid_cursor`
 */
export function page<T>(
  items: readonly T[],
  args: { cursor?: string; limit?: number },
  standard = 100,
): { items: T[]; cursor: string } {
  const limit = args.limit === undefined || args.limit === 0 ? standard : args.limit;
  if (limit < 1 || limit > 1000) throw new Refusal('invalid_limit');
  const from = args.cursor
    ? Number(/^next:(\d+)$/.exec(Buffer.from(args.cursor, 'base64').toString())?.[1])
    : 0;
  if (!Number.isInteger(from)) throw new Refusal('invalid_cursor');
  const end = from + limit;
  const cursor = end < items.length ? Buffer.from(`next:${end}`).toString('base64') : '';
  return { items: items.slice(from, end), cursor };
}
