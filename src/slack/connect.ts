import type { RequestListener } from 'node:http';
import type { Logger } from 'pino';
import type { Clock, Messenger } from '../app/ports.ts';
import type { Rooms } from '../app/rooms.ts';
import { authorizeOneTeam, createBoltApp, type SlackApp } from './bolt-app.ts';
import { identifyBot } from './bot-identity.ts';
import { createCallPauses } from './call-pauses.ts';
import { createSlackCalls } from './calls.ts';
import { type Chat, createChat } from './chat.ts';
import { createSlackClients, type Deadlines } from './clients.ts';
import type { CorrelationScope } from './correlation.ts';
import { type Channels, createChannels } from './delivery/channels.ts';
import { createDelivery } from './delivery/delivery.ts';
import { createMessenger } from './delivery/messenger.ts';
import { createRooms } from './delivery/rooms.ts';
import { createErrorBoundary } from './error-boundary.ts';
import type { People } from './people.ts';
import { createPeople } from './people.ts';
import { HttpReceiver } from './receiver-http.ts';
import { SocketReceiver } from './receiver-socket.ts';
import { createWindows, type Windows } from './windows.ts';
import { problemWords } from './words/problem-words.ts';
import type { Words } from './words/words.ts';
import { createWorkplace, type Workplace } from './workplace.ts';

export type SlackSettings = {
  readonly apiUrl?: string | undefined;
  readonly botToken: string;
  /** How long a call to Slack may take, milliseconds. */
  readonly deadlines?: Deadlines;
  /** How long an answer to a person may take before they are told that nothing was saved; Slack itself waits 3 s. */
  readonly answerWithinMs?: number;
} & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string }
);

export type ConnectParts = {
  readonly clock: Clock;
  readonly log: Logger;
  readonly correlation: CorrelationScope;
  readonly words: Words;
  /** Ends the trying while Slack does not answer. */
  readonly signal?: AbortSignal;
};

/** Everything that the rest of Oops needs of Slack. Nothing is heard before `start`. */
export type SlackConnection = Pick<SlackApp, 'listen' | 'start' | 'stop' | 'status'> & {
  /** The key of the workspace in every row. */
  readonly team: string;
  readonly windows: Windows;
  readonly people: People;
  readonly chat: Chat;
  readonly workplace: Workplace;
  readonly channels: Channels;
  readonly messenger: Messenger;
  readonly rooms: Rooms;
  /** For requests from Slack in HTTP mode. */
  readonly requestListener: RequestListener | null;
};

/** Milliseconds. A message that nobody looks at while it goes out may take longer than an answer to a click. */
const usualDeadlines: Deadlines = { person: 2000, background: 5000 };

/** Says hello to Slack with the bot's token. Throws a `SlackStartError` when it is refused or Slack stays away. */
export async function connectSlack(settings: SlackSettings, parts: ConnectParts): Promise<SlackConnection> {
  const { clock, log, correlation, words } = parts;
  const { apiUrl, botToken, deadlines = usualDeadlines } = settings;
  const now = () => clock.now();
  const clients = createSlackClients(botToken, { apiUrl, log, deadlines });
  const calls = createSlackCalls({ clients, pauses: createCallPauses(now), log, now });
  const identity = await identifyBot(calls, { signal: parts.signal });
  const boundary = createErrorBoundary({ calls, words: problemWords(words), log });
  const http =
    settings.mode === 'http' ? new HttpReceiver({ signingSecret: settings.signingSecret, log }) : null;
  const receiver =
    settings.mode === 'socket' ? new SocketReceiver({ appToken: settings.appToken, apiUrl, log }) : http;
  if (receiver === null) throw new Error('neither Socket Mode nor HTTP');
  const app = createBoltApp({
    ...{ receiver, boundary, correlation, log, apiUrl },
    authorize: authorizeOneTeam(botToken, identity),
    ...(settings.answerWithinMs === undefined ? {} : { answerWithinMs: settings.answerWithinMs }),
  });
  const delivery = createDelivery({ calls, now, teamUrl: identity.teamUrl });
  const takenBack = { text: words.card.takenBack, blocks: [] };
  const { enterpriseId, teamId } = identity;
  return {
    ...{ listen: app.listen, start: app.start, stop: app.stop, status: app.status },
    team: enterpriseId === null ? teamId : `${enterpriseId}.${teamId}`,
    windows: createWindows(calls),
    people: createPeople(delivery, identity),
    chat: createChat(calls, delivery),
    workplace: createWorkplace(calls, now),
    channels: createChannels(calls),
    messenger: createMessenger(delivery, deadlines, () => takenBack),
    rooms: createRooms({
      ...{ calls, botUserId: identity.botUserId },
      ...{ topic: words.rooms.topic, purpose: words.rooms.purpose },
    }),
    requestListener: http === null ? null : (request, response) => void http.handle(request, response),
  };
}
