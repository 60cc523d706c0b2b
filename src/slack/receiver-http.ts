/** Hears from Slack over HTTP, mounted in the server that also has the page and health. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type App, HTTPReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { LeftToSlack } from './acknowledged-app.ts';
import { describeError } from './describe-error.ts';
import type { ReceiverStatus, SlackReceiver } from './receiver.ts';
import { isNothing, readRequestBody } from './request-body.ts';
import { sdkLogger } from './sdk-logger.ts';

/** Events, commands and interactivity all come here. */
export const slackPath = '/slack/events';

export type HttpReceiverSettings = {
  /** Every request is held against it: https://docs.slack.dev/authentication/verifying-requests-from-slack */
  readonly signingSecret: string;
  readonly log: Logger;
};

/** Slack waits no longer; what is answered after that is lost. */
const slackWaitsMs = 3000;

/**
 * Bolt's HTTPReceiver, without its `processBeforeResponse`: that would hold back the answer to a command until everything
 * its listener does is done. `AcknowledgedApp` acknowledges events after their listeners and lets commands answer at once.
 */
export class HttpReceiver implements SlackReceiver {
  readonly #bolt: HTTPReceiver;
  readonly #log: Logger;
  #isOpen = false;

  constructor({ signingSecret, log }: HttpReceiverSettings) {
    this.#log = log;
    this.#bolt = new HTTPReceiver({
      signingSecret,
      endpoints: [slackPath],
      logger: sdkLogger(log, 'bolt-http'),
      unhandledRequestTimeoutMillis: slackWaitsMs,
      unhandledRequestHandler: ({ response }) => unavailable(response),
      processEventErrorHandler: async ({ error, response }) => {
        if (!(error instanceof LeftToSlack))
          this.#log.error({ err: describeError(error) }, 'a request was left unanswered');
        unavailable(response);
        // It has been answered: Bolt need not wait for an acknowledgement.
        return true;
      },
    });
  }

  init(app: App): void {
    this.#bolt.init(app);
  }

  async start(): Promise<void> {
    this.#isOpen = true;
  }

  /** Answers a request to {@link slackPath}; false when it is another one's. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path !== slackPath) return false;
    if (request.method !== 'POST') response.writeHead(405, { allow: 'POST' }).end();
    else if (!this.#isOpen) unavailable(response);
    else void this.#hear(request, response);
    return true;
  }

  async #hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readRequestBody(request);
    if (body.kind !== 'read') {
      response.writeHead(body.kind === 'too_large' ? 413 : 400).end();
    } else if (isNothing(body.raw, request.headers['content-type'])) {
      response.writeHead(400).end();
    } else {
      this.#bolt.requestListener(Object.assign(request, { rawBody: body.raw }), response);
    }
  }

  pause(): void {
    this.#isOpen = false;
  }

  async stop(): Promise<void> {
    this.#isOpen = false;
  }

  status(): ReceiverStatus {
    return { mode: 'http', sockets: 0, reachable: this.#isOpen };
  }
}

/** Slack delivers an event again after any answer but 2xx. */
function unavailable(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(503);
  if (!response.writableEnded) response.end();
}
