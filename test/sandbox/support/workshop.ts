/** A sandbox with a real Bolt app on it, and how to end both. */
import { expect } from '@jest/globals';
import bolt from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Sandbox, SandboxOptions } from '../../../src/sandbox/sandbox.ts';
import { startSandbox } from '../../../src/sandbox/sandbox.ts';
import { testManifest } from './manifest.ts';

const { App, LogLevel, SocketModeReceiver } = bolt;

/** Starts a sandbox on a free port. */
export async function openSandbox(options: Partial<SandboxOptions> = {}) {
  const sandbox = await startSandbox({ manifest: testManifest(), ...options });
  await sandbox.listen();
  const client = new WebClient(sandbox.botToken, {
    slackApiUrl: sandbox.apiUrl(),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
    logger: quiet,
  });
  return { sandbox, client };
}

export const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** A real Bolt app connected to the sandbox by Socket Mode. */
export async function startBolt(sandbox: Sandbox) {
  const receiver = new SocketModeReceiver({
    appToken: sandbox.appToken,
    logger: quiet,
    clientPingTimeout: 200,
    installerOptions: { clientOptions: { slackApiUrl: sandbox.apiUrl() } },
  });
  const app = new App({
    token: sandbox.botToken,
    receiver,
    logger: quiet,
    clientOptions: { slackApiUrl: sandbox.apiUrl(), retryConfig: { retries: 0 } },
  });
  app.error(async () => {});
  await app.start();
  await sandbox.connected();
  return { app, stop: () => app.stop() };
}

/** Ends a sandbox. A refusal that its table does not list is a mistake in the sandbox. */
export async function closeSandbox(sandbox: Sandbox): Promise<void> {
  await sandbox.close();
  expect(sandbox.undeclaredRefusals()).toEqual([]);
}
