/**
 * Web API clients. The SDK would by default repeat a failed call ten times over half an hour, a write included, and let
 * one 429 hold up every other method; here nothing is repeated, 429 is handed on, and every call has a deadline.
 */
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import { NetworkError } from './errors.ts';
import { sdkLogger } from './sdk-logger.ts';

export type FetchFunction = NonNullable<WebClientOptions['fetch']>;

/** Whether somebody looks at the screen until the call is answered. */
export type Waiting = 'person' | 'background';

export type Deadlines = Readonly<Record<Waiting, number>>;
/** Milliseconds. A person sees Slack's own error after three seconds. */
export const usualDeadlines: Deadlines = { person: 2000, background: 10_000 };

export type SlackClientSettings = {
  /** Another Slack than slack.com; the address that method names are added to. */
  readonly apiUrl?: string | undefined;
  readonly log: Logger;
  readonly deadlines?: Deadlines;
  readonly fetch?: FetchFunction;
};

/** The options every client of ours has, Bolt's own and Socket Mode's included. `deadlineMs` covers the whole call. */
export function webClientOptions(
  settings: Pick<SlackClientSettings, 'apiUrl' | 'log' | 'fetch'>,
  deadlineMs: number,
): WebClientOptions & { readonly fetch: FetchFunction } {
  return {
    ...(settings.apiUrl === undefined ? {} : { slackApiUrl: settings.apiUrl }),
    fetch: classifyingFetch(settings.fetch ?? globalThis.fetch),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    timeout: deadlineMs,
    logger: sdkLogger(settings.log, 'slack-web-api'),
  };
}

function classifyingFetch(fetch: FetchFunction): FetchFunction {
  return async (url, init) => {
    try {
      return await fetch(url, init);
    } catch (error) {
      throw new NetworkError(error);
    }
  };
}

export type SlackClients = Readonly<Record<Waiting, WebClient>>;

/** The clients of one workspace's bot token. Opens no connection. */
export function createSlackClients(botToken: string, settings: SlackClientSettings): SlackClients {
  const deadlines = settings.deadlines ?? usualDeadlines;
  return {
    person: new WebClient(botToken, webClientOptions(settings, deadlines.person)),
    background: new WebClient(botToken, webClientOptions(settings, deadlines.background)),
  };
}
