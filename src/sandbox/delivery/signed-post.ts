/** Requests as Slack sends them: signed with the app's secret. https://docs.slack.dev/authentication/verifying-requests-from-slack */
import { createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

const MAX_ANSWER = 1_000_000;

export interface Posted {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** The answer says that this need not come again. https://docs.slack.dev/apis/events-api#no-retry */
  readonly noRetry: boolean;
}

/**
 * The two headers that prove where a body comes from. The time is the machine's own, whatever the sandbox's clock says:
 * the app holds it against its own time and refuses what is five minutes off.
 */
export function signature(secret: string, body: string): Record<string, string> {
  const at = Math.floor(Date.now() / 1000);
  const hash = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${hash}` };
}

/**
 * Posts a signed body, each time on a connection of its own.
 * @throws Error when nobody answers, or when `signal` ends it
 */
export function signedPost(
  url: URL,
  given: {
    secret: string;
    body: string;
    type: string;
    headers?: Record<string, string>;
    signal: AbortSignal;
  },
): Promise<Posted> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const { body, signal } = given;
  return new Promise((resolve, reject) => {
    const outgoing = send(url, {
      method: 'POST',
      agent: false,
      signal,
      headers: {
        'content-type': given.type,
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        ...signature(given.secret, body),
        ...given.headers,
      },
    });
    outgoing.on('error', reject);
    outgoing.on('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        if (text.length < MAX_ANSWER) text += part;
      });
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          type: answer.headers['content-type'] ?? '',
          text,
          noRetry: answer.headers['x-slack-no-retry'] === '1',
        }),
      );
    });
    outgoing.end(body);
  });
}
