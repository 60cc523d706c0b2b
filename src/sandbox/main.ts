/** Starts the sandbox alone, to develop any Bolt app against it. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Sandbox, startSandbox } from './sandbox.ts';

const help = `A local Slack to develop an app against.

  --manifest FILE   the app's manifest, as JSON (default: manifest.json)
  --port PORT       where to listen on loopback (default: 3333; 0 picks a free one)
  --state FILE      keep the workspace in this file (default: memory only)
  --http URL        send signed requests to this address of the app, in place of Socket Mode
  --page DIR        serve the files of this folder at /
  --help            this text
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      manifest: { type: 'string', default: 'manifest.json' },
      port: { type: 'string', default: '3333' },
      state: { type: 'string' },
      http: { type: 'string' },
      page: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is not a port.`);
  const manifest: unknown = JSON.parse(readFileSync(values.manifest, 'utf8'));
  const sandbox = await startSandbox({
    manifest,
    stateFile: values.state,
    pageDir: values.page,
    http: values.http === undefined ? undefined : { url: values.http },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
  }
  const url = await sandbox.listen({ port });
  const lines = [
    `The sandbox is at ${url}`,
    '',
    `  SLACK_API_URL=${sandbox.apiUrl()}`,
    `  SLACK_BOT_TOKEN=${sandbox.botToken}`,
    `  SLACK_APP_TOKEN=${sandbox.appToken}`,
    `  SLACK_SIGNING_SECRET=${sandbox.signingSecret}`,
    '',
    `  Control API: ${url}/control/workspace (described in protocol.ts)`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (values.http !== undefined) await verifyWhenThere(sandbox, values.http);
}

/** Verifies the app's address as soon as the app is there. */
async function verifyWhenThere(sandbox: Sandbox, url: string): Promise<void> {
  for (let told = ''; ; ) {
    try {
      await sandbox.verifyUrl();
      process.stdout.write(`\nVerified ${url}; events go there now.\n`);
      return;
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (problem !== told) process.stdout.write(`\nWaiting for the app: ${problem}\n`);
      told = problem;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
