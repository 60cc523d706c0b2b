/** A real Bolt app behind Bolt's own HTTPReceiver, which checks every signature, and a bare server that answers as told. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import bolt from '@slack/bolt';
import { signingSecret } from '../../../src/sandbox/credentials.ts';
import { startSandbox } from '../../../src/sandbox/sandbox.ts';
import { testManifest } from './manifest.ts';
import { quiet } from './workshop.ts';

const { App, HTTPReceiver } = bolt;

function portOf(address: unknown): number {
  if (typeof address === 'object' && address !== null && 'port' in address) return Number(address.port);
  throw new Error('no port');
}

/** Starts a sandbox, and on it the app; `secret` is what the app believes to be the signing secret. */
export async function startHttpApp(secret = signingSecret) {
  const receiver = new HTTPReceiver({ signingSecret: secret, logger: quiet });
  const server = await receiver.start(0);
  const url = `http://127.0.0.1:${portOf(server.address())}/slack/events`;
  const sandbox = await startSandbox({ manifest: testManifest(), http: { url } });
  await sandbox.listen();
  const app = new App({
    token: sandbox.botToken,
    receiver,
    logger: quiet,
    clientOptions: { slackApiUrl: sandbox.apiUrl(), retryConfig: { retries: 0 } },
  });
  app.error(async () => {});
  return { app, sandbox, stop: () => receiver.stop() };
}

export interface Asked {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server that keeps what it is asked, and a sandbox that sends to it. Not verified yet. */
export async function startBareApp(
  answer: (
    asked: Asked,
    count: number,
  ) => { status?: number; body?: string; headers?: Record<string, string> } | null,
) {
  const asked: Asked[] = [];
  const wakers = new Set<() => void>();
  const sent = () => asked.filter((each) => !each.body.includes('url_verification'));
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      const one = { headers: request.headers, body };
      asked.push(one);
      for (const wake of [...wakers]) wake();
      const said = answer(one, asked.length);
      if (said === null) return; // Never answers.
      response.writeHead(said.status ?? 200, said.headers).end(said.body ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${portOf(server.address())}/slack/events`;
  const sandbox = await startSandbox({ manifest: testManifest(), http: { url } });
  await sandbox.listen();
  return {
    sandbox,
    asked,
    /** What was asked except the challenge. */
    sent,
    /** Resolves when it was sent that many. */
    arrived: (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (sent().length < count) return;
          wakers.delete(look);
          resolve();
        };
        wakers.add(look);
        look();
      }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
