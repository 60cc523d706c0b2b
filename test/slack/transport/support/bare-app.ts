/** Our app on any receiver, with no Slack behind it: for what is answered in the acknowledgement itself. */
import type { Logger } from '../../../../src/log.ts';
import { authorizeOneTeam, createBoltApp, type SlackApp } from '../../../../src/slack/bolt-app.ts';
import { createCallPauses } from '../../../../src/slack/call-pauses.ts';
import { createSlackCalls } from '../../../../src/slack/calls.ts';
import { createSlackClients } from '../../../../src/slack/clients.ts';
import { createCorrelationScope } from '../../../../src/slack/correlation.ts';
import { createErrorBoundary } from '../../../../src/slack/error-boundary.ts';
import type { SlackReceiver } from '../../../../src/slack/receiver.ts';
import { words } from './workshop.ts';

export type BareApp = { readonly app: SlackApp };

const identity = {
  ...{ teamId: 'T1', teamName: 'Acme', teamUrl: '', enterpriseId: null },
  ...{ botUserId: 'UBOT', botId: 'BBOT' },
};

export function bareApp(receiver: SlackReceiver, log: Logger): BareApp {
  const apiUrl = 'http://127.0.0.1:9/api/';
  const clients = createSlackClients('xoxb-1', { apiUrl, log });
  const calls = createSlackCalls({ clients, pauses: createCallPauses(Date.now), log, now: Date.now });
  const app = createBoltApp({
    ...{ receiver, log, apiUrl, answerWithinMs: 1500 },
    authorize: authorizeOneTeam('xoxb-1', identity),
    boundary: createErrorBoundary({ calls, words, log }),
    correlation: createCorrelationScope(),
  });
  return { app };
}
