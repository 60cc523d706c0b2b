import { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../../src/sandbox/surface.ts';

/** Slack as the app itself calls it, for what a test does in its name: forged messages and windows. */
export function slackClient(sandbox: Sandbox): WebClient {
  return new WebClient(sandbox.botToken, {
    slackApiUrl: sandbox.apiUrl(),
    retryConfig: { retries: 0 },
  });
}
