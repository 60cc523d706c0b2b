/** `/control/…`: what the page and tests in other processes use; see protocol.ts. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { Client } from '../client/client.ts';
import { screenOf } from '../client/screen.ts';
import { readBody, sendJson } from '../http.ts';
import {
  type AdminAction,
  type AdminAnswer,
  adminActionSchema,
  type ControlError,
  personActionSchema,
  type Traffic,
  type Workspace,
} from '../protocol.ts';
import type { World } from '../world/world.ts';
import { UnknownThing } from './admin.ts';
import type { ChangeStream } from './stream.ts';

interface Parts {
  readonly world: World;
  readonly client: Client;
  readonly stream: ChangeStream;
  workspace(): Workspace;
  admin(action: AdminAction): Promise<AdminAnswer>;
}

function refuse(response: ServerResponse, status: number, error: string, issues: string[] = []): void {
  sendJson(response, status, { error, issues } satisfies ControlError);
}

/**
 * A page of another site, open in the same browser, must not drive the sandbox: browsers always name the origin of a
 * cross-site request.
 */
function isForeign(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host !== host;
}

async function parsed<T>(
  schema: z.ZodType<T>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<T | undefined> {
  let body: unknown;
  try {
    body = JSON.parse(await readBody(request));
  } catch {
    refuse(response, 400, 'the body is not JSON');
    return undefined;
  }
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  refuse(response, 400, 'the body does not fit', issues);
  return undefined;
}

/** Answers one request under `/control/`. */
export async function handleControl(
  parts: Parts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { world } = parts;
  if (isForeign(request)) return refuse(response, 403, 'requests from other sites are refused');
  const [, , area = '', user = '', what = ''] = url.pathname.split('/').map(decodeURIComponent);
  const call = `${request.method} ${area}`;
  if (call === 'GET events') return parts.stream.add(response);
  if (call === 'GET workspace') return sendJson(response, 200, parts.workspace());
  if (call === 'GET traffic') {
    const since = Number(url.searchParams.get('since') ?? 0) || 0;
    const entries = world.traffic.since(since);
    return sendJson(response, 200, { last: world.traffic.last, entries } satisfies Traffic);
  }
  if (call === 'POST do') {
    const action = await parsed(adminActionSchema, request, response);
    if (!action) return;
    try {
      return sendJson(response, 200, await parts.admin(action));
    } catch (error) {
      if (error instanceof UnknownThing) return refuse(response, 404, error.message);
      throw error;
    }
  }
  if (area === 'people' && !world.person(user))
    return refuse(response, 404, `there is nobody with the id ${user}`);
  if (call === 'GET people' && what === 'screen') return sendJson(response, 200, screenOf(world, user));
  if (call === 'POST people' && what === 'do') {
    const action = await parsed(personActionSchema, request, response);
    if (action) sendJson(response, 200, await parts.client.act(user, action));
    return;
  }
  refuse(response, 404, 'there is nothing at this address; see src/sandbox/protocol.ts');
}
