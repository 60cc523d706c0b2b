/** `/api/<method>`: bodies, tokens, scopes, faults, answers. https://docs.slack.dev/apis/web-api */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { isObject } from '../blocks/schema.ts';
import { appToken, botToken } from '../credentials.ts';
import { readBody, sendJson } from '../http.ts';
import { Refusal } from '../refusal.ts';
import type { Json } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { type Coverage, commonErrors, coverage } from './coverage.ts';
import { type Call, requireScope } from './route.ts';
import { routes } from './routes.ts';

interface Given {
  readonly args: Json;
  readonly token: string | undefined;
  readonly isJson: boolean;
}

export class WebApi {
  readonly #world: World;
  readonly #call: Call;
  /** Refusals that the coverage table does not list: a mistake in the sandbox, looked at by its tests. */
  readonly undeclared = new Set<string>();

  constructor(call: Call) {
    this.#world = call.world;
    this.#call = call;
  }

  /** Answers one call. */
  async handle(method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const world = this.#world;
    const started = performance.now();
    const done = (args: Json, httpStatus: number, answer: Json) => {
      const ms = Math.round(performance.now() - started);
      world.traffic.add({ kind: 'call', method, args: readable(args), httpStatus, answer, ms });
    };
    const fault = world.faults.takeForCall(method);
    let given: Given;
    try {
      given = readArguments(request, await readBody(request));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const answer = { ok: false, error: error.code };
      done({}, 200, answer);
      sendJson(response, 200, answer);
      return;
    }
    if (fault?.fault === 'rate_limit') {
      const answer = { ok: false, error: 'ratelimited' };
      done(given.args, 429, answer);
      sendJson(response, 429, answer, { 'retry-after': String(fault.retryAfterSeconds) });
      return;
    }
    if (fault?.fault === 'http_error') {
      done(given.args, fault.status, {});
      response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<h1>Server Error</h1>');
      return;
    }
    if (fault?.fault === 'slow' && fault.when === 'before') await this.#wait(fault.ms);
    const answer =
      fault?.fault === 'slack_error' ? { ok: false, error: fault.error } : await this.#answer(method, given);
    if (fault?.fault === 'slow' && fault.when === 'after') await this.#wait(fault.ms);
    if (fault?.fault === 'lost_answer') {
      done(given.args, 0, answer);
      request.socket.destroy();
      return;
    }
    done(given.args, 200, answer);
    sendJson(response, 200, answer, {
      'x-oauth-scopes': world.scopes().join(','),
      'x-accepted-oauth-scopes': coverage[method]?.scopes.join(',') ?? '',
    });
  }

  async #answer(method: string, given: Given): Promise<Json> {
    try {
      const route = routes[method];
      const covered = coverage[method];
      if (!route || !covered || this.#world.faults.isMissing(method)) throw new Refusal('unknown_method');
      this.#authorize(covered, given);
      // Slack does not look into a JSON body for the methods that take form fields only.
      const { team_id: teamId, ...args }: Json = given.isJson && !covered.json ? {} : given.args;
      // The SDK adds `team_id` to every call of a listener's client; Slack ignores it where it means nothing.
      const takesTeam = teamId !== undefined && covered.arguments.includes('team_id');
      const answer = route.answer(this.#call, takesTeam ? { ...args, team_id: teamId } : args);
      await this.#world.saved();
      return { ok: true, ...answer };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const declared = coverage[method]?.errors ?? [];
      if (![...declared, ...commonErrors].includes(error.code) && !declared.includes('*')) {
        this.undeclared.add(`${method} ${error.code}`);
      }
      return { ok: false, error: error.code, ...error.extra };
    }
  }

  #authorize(covered: Coverage, given: Given): void {
    if (covered.token === 'none') return;
    if (!given.token) throw new Refusal('not_authed');
    if (given.token !== botToken && given.token !== appToken) throw new Refusal('invalid_auth');
    const wanted = covered.token === 'bot' ? botToken : appToken;
    if (given.token !== wanted) throw new Refusal('not_allowed_token_type');
    if (covered.token === 'bot') requireScope(this.#world, ...covered.scopes);
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.#world.clock.after(ms, resolve));
  }
}

/** Arguments from a form, a JSON body or the address; the token from the header or an argument. */
function readArguments(request: IncomingMessage, body: string): Given {
  const type = request.headers['content-type'] ?? '';
  const isJson = type.startsWith('application/json');
  const query = new URL(request.url ?? '/', 'http://sandbox').searchParams;
  const fields: Json = isJson ? readJson(body) : Object.fromEntries([...query, ...new URLSearchParams(body)]);
  const { token: argument, ...args } = fields;
  const header = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return { args, isJson, token: header ?? (typeof argument === 'string' ? argument : undefined) };
}

function readJson(body: string): Json {
  if (body === '') return {};
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(body));
  } catch {
    throw new Refusal('invalid_json');
  }
}

const structured = new Set(['blocks', 'message', 'metadata', 'view']);

/** Arguments for the log, with JSON texts parsed, so that a test can look into them. */
function readable(args: Json): Json {
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => {
      if (typeof value !== 'string' || !structured.has(key)) return [key, value];
      try {
        const parsed: unknown = JSON.parse(value);
        return [key, isObject(parsed) || Array.isArray(parsed) ? parsed : value];
      } catch {
        return [key, value];
      }
    }),
  );
}
