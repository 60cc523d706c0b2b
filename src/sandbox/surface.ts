/** The public surface of the sandbox, as types: what `startSandbox` takes and gives. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type {
  AdminActionInput,
  AdminAnswer,
  FaultInput,
  FieldValue,
  Outcome,
  PersonActionInput,
  Place,
  Screen,
  ShownMessage,
  ShownView,
  TrafficEntry,
  Workspace,
} from './protocol.ts';
import type { Seed } from './seed.ts';

export interface SandboxOptions {
  /** How many times longer than Slack's three seconds an app may take; 1 when left out. For tests on busy machines. */
  readonly patience?: number;
  /**
   * The app's manifest, parsed from JSON. Commands, shortcuts, scopes and event subscriptions come from it, and what
   * is not in it is refused. https://docs.slack.dev/reference/app-manifest
   */
  readonly manifest: unknown;
  /** People and conversations; {@link defaultSeed} when left out. Ignored when `stateFile` holds a state already. */
  readonly seed?: Seed;
  /** Where everything is kept across restarts; memory only when left out. */
  readonly stateFile?: string;
  /** A clock to follow; the sandbox's own movements come on top of it. */
  readonly clock?: { now(): number };
  /** Sends everything to this address as signed requests, in place of Socket Mode. See {@link Sandbox.verifyUrl}. */
  readonly http?: { readonly url: string };
  /** A folder of static files served at `/`. */
  readonly pageDir?: string;
}

export interface SandboxClock {
  now(): number;
  /** How far it was moved by hand, in milliseconds. */
  readonly offset: number;
  /** Moves on by `ms`; every deadline and retry that falls due fires, in order. */
  advance(ms: number): Promise<void>;
  /** Moves to that time; only forwards. */
  set(now: number): Promise<void>;
}

/** One person at their Slack client. Channels are ids, `#name` or `@handle`. */
export interface PersonDriver {
  readonly id: string;
  do(action: PersonActionInput): Promise<Outcome>;
  post(channel: string, text: string, options?: { threadTs?: string; broadcast?: boolean }): Promise<Outcome>;
  edit(channel: string, ts: string, text: string): Promise<Outcome>;
  delete(channel: string, ts: string): Promise<Outcome>;
  command(channel: string, command: string, text?: string, options?: { threadTs?: string }): Promise<Outcome>;
  messageShortcut(channel: string, ts: string, callbackId: string): Promise<Outcome>;
  globalShortcut(callbackId: string): Promise<Outcome>;
  /** Clicks the action (action_id or label) in a message, the visible modal, or the home tab. */
  click(
    place: Place | ShownMessage,
    action: string,
    options?: { blockId?: string; value?: FieldValue; confirmed?: boolean },
  ): Promise<Outcome>;
  /** Types into the visible modal; keys are block ids, action ids or labels. */
  fill(values: Readonly<Record<string, FieldValue>>, options?: { enter?: boolean }): Promise<Outcome>;
  /** Like `fill`, but typing on: a field with `on_character_entered` tells the app after a pause of 500 ms. */
  type(values: Readonly<Record<string, FieldValue>>): Promise<Outcome>;
  submit(): Promise<Outcome>;
  close(options?: { all?: boolean }): Promise<Outcome>;
  openHome(): Promise<Outcome>;
  react(channel: string, ts: string, name: string): Promise<Outcome>;
  join(channel: string): Promise<Outcome>;
  /** The DM with the app (or with that person), opened when need be; answers its id. */
  dm(handleOrId?: string): string;
  screen(): Screen;
  /** The visible modal. */
  view(): ShownView | undefined;
  stack(): ShownView[];
  home(): ShownView | null;
  /** What this person sees in a conversation, replies and ephemerals included, oldest first. */
  history(channel: string): ShownMessage[];
  thread(channel: string, threadTs: string): ShownMessage[];
}

export interface Sandbox {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly clock: SandboxClock;
  /** Answers requests under `/api`, `/response`, `/control` and the page; mount it in any `http.Server`. */
  handleRequest(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Answers upgrades under `/socket`; true when the request was the sandbox's. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Starts a server of its own on loopback and answers its address, without a trailing slash. */
  listen(where?: { host?: string; port?: number }): Promise<string>;
  /** Tells under which address the host has mounted it, for socket and response urls. */
  setBaseUrl(url: string): void;
  /** `<base url>/api/`: what the SDK calls `slackApiUrl`. */
  apiUrl(): string;
  person(id: string): PersonDriver;
  workspace(): Workspace;
  admin(action: AdminActionInput): Promise<AdminAnswer>;
  fault(fault: FaultInput): Promise<void>;
  clearFaults(): Promise<void>;
  /** What went over the wire, oldest first; entries after `since`. */
  traffic(since?: number): TrafficEntry[];
  /**
   * Resolves with the first truthy answer of `condition`, asked now and after every change. Rejects after
   * `timeoutMs` of real time (10 s by default), naming `what`.
   */
  until<T>(
    condition: () => T,
    options: { what: string; timeoutMs?: number },
  ): Promise<Exclude<T, false | null | undefined>>;
  /** Calls back after every change (state or traffic); answers how to stop. */
  onChange(listener: () => void): () => void;
  /** Resolves when the bot holds at least `count` sockets; over HTTP, when its address is verified. */
  connected(count?: number): Promise<void>;
  /**
   * Verifies the address of the `http` option, as Slack does when it is entered; no event is sent before. Rejects with
   * the reason when the app does not repeat the challenge.
   */
  verifyUrl(): Promise<void>;
  /** Refusals that the coverage table does not list; a test of the sandbox itself looks at it. */
  undeclaredRefusals(): string[];
  /** Closes sockets, streams and timers, and its own server; the last state is saved. */
  close(): Promise<void>;
}
