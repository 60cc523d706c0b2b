/** Our app on the sandbox, with everything between a person's click and a listener, and nothing of the product. */
import type { Sandbox } from '../../../../src/sandbox/sandbox.ts';
import { startSandbox } from '../../../../src/sandbox/sandbox.ts';
import { authorizeOneTeam, createBoltApp, type SlackApp } from '../../../../src/slack/bolt-app.ts';
import { identifyBot } from '../../../../src/slack/bot-identity.ts';
import { createCallPauses } from '../../../../src/slack/call-pauses.ts';
import { createSlackCalls, type SlackCalls } from '../../../../src/slack/calls.ts';
import { createSlackClients, type Deadlines } from '../../../../src/slack/clients.ts';
import { createCorrelationScope } from '../../../../src/slack/correlation.ts';
import { createErrorBoundary, type ErrorBoundary } from '../../../../src/slack/error-boundary.ts';
import type { ProblemWords } from '../../../../src/slack/problem.ts';
import type { SlackReceiver } from '../../../../src/slack/receiver.ts';
import { SocketReceiver } from '../../../../src/slack/receiver-socket.ts';
import { type LogLine, readableLog } from './log-lines.ts';

const scopes = [
  ...['app_mentions:read', 'channels:history', 'channels:read', 'chat:write', 'commands', 'dnd:read'],
  ...['groups:history', 'im:history', 'im:write', 'mpim:history', 'users:read'],
];

export const manifest = {
  display_information: { name: 'Workshop' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    bot_user: { display_name: 'workshop' },
    slash_commands: [{ command: '/work', description: 'Work', should_escape: true }],
    shortcuts: [
      { name: 'About this', type: 'message', callback_id: 'about_this', description: 'On a message' },
      { name: 'Anywhere', type: 'global', callback_id: 'anywhere', description: 'From anywhere' },
    ],
  },
  oauth_config: { scopes: { bot: scopes } },
  settings: {
    event_subscriptions: { bot_events: ['app_home_opened', 'app_mention', 'message.channels', 'message.im'] },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
};

/** Words that tell a test what was said and why. */
export const words: ProblemWords = {
  sentence: ({ reason, kind, reference }) => `${reason} in ${kind}: ${reference}`,
  title: () => 'A problem',
  close: () => 'Close',
};
export const saidIn = (kind: string, reason = 'failed') =>
  new RegExp(`^${reason} in ${kind}: [0-9a-z]{7}-[0-9a-z]{5}$`);

export type Workshop = {
  readonly sandbox: Sandbox;
  readonly calls: SlackCalls;
  readonly boundary: ErrorBoundary;
  readonly app: SlackApp;
  readonly lines: LogLine[];
  logged(text: string): LogLine[];
  logText(): string;
  close(): Promise<void>;
};

export type WorkshopRest = {
  readonly answerWithinMs?: number;
  readonly deadlines?: Deadlines;
  readonly words?: ProblemWords;
  readonly receiver?: (parts: {
    sandbox: Sandbox;
    log: ReturnType<typeof readableLog>['log'];
  }) => SlackReceiver;
};

/** Registers listeners with `prepare`, then connects. */
export async function openWorkshop(
  prepare: (app: SlackApp, workshop: { calls: SlackCalls; sandbox: Sandbox }) => void = () => {},
  rest: WorkshopRest = {},
): Promise<Workshop> {
  const sandbox = await startSandbox({ manifest });
  await sandbox.listen();
  const correlation = createCorrelationScope();
  const { log, lines, text } = readableLog(() => ({ correlationId: correlation.current() }));
  const apiUrl = sandbox.apiUrl();
  const { deadlines = { person: 10_000, background: 10_000 }, answerWithinMs = 2000 } = rest;
  const clients = createSlackClients(sandbox.botToken, { apiUrl, log, deadlines });
  const now = () => sandbox.clock.now();
  const calls = createSlackCalls({ clients, pauses: createCallPauses(now), log, now });
  const boundary = createErrorBoundary({ calls, words: rest.words ?? words, log });
  const receiver =
    rest.receiver?.({ sandbox, log }) ??
    new SocketReceiver({ appToken: sandbox.appToken, apiUrl, log, pool: { staggerMs: 0, lingerMs: 0 } });
  const authorize = authorizeOneTeam(sandbox.botToken, await identifyBot(calls));
  const app = createBoltApp({ receiver, authorize, boundary, correlation, log, apiUrl, answerWithinMs });
  prepare(app, { calls, sandbox });
  await app.start();
  // Both sockets: a test that moves the clock must not outdate the ticket of one that is still being opened.
  if (rest.receiver === undefined) await sandbox.connected(2);
  return {
    ...{ sandbox, calls, boundary, app, lines, logText: text },
    logged: (part) => lines.filter(({ msg }) => msg.includes(part)),
    close: async () => {
      await app.stop(0);
      await sandbox.close();
    },
  };
}

/** A promise and the function that keeps it. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
