import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { identifyBot } from '../../../src/slack/bot-identity.ts';
import { createCallPauses } from '../../../src/slack/call-pauses.ts';
import { createSlackCalls, type SlackCalls } from '../../../src/slack/calls.ts';
import { createSlackClients } from '../../../src/slack/clients.ts';
import { SlackStartError } from '../../../src/slack/start-error.ts';
import { readableLog } from './support/log-lines.ts';
import { ok, refused, type StubSlack, startStubSlack } from './support/stub-slack.ts';

let slack: StubSlack;
let calls: SlackCalls;
const { log } = readableLog();

beforeEach(async () => {
  slack = await startStubSlack();
  const clients = createSlackClients('xoxb-1', {
    apiUrl: slack.apiUrl,
    log,
    deadlines: { person: 10_000, background: 10_000 },
  });
  calls = createSlackCalls({ clients, pauses: createCallPauses(() => 0), log, now: () => 0 });
});
afterEach(() => slack.close());

const bot = { team_id: 'T1', team: 'Acme', url: 'https://acme.slack.com/', user_id: 'UBOT', bot_id: 'BBOT' };

describe('asking Slack who we are', () => {
  it('tells the workspace and the bot', async () => {
    slack.on('auth.test', ok({ ...bot, enterprise_id: 'E1' }));
    expect(await identifyBot(calls)).toEqual({
      ...{ teamId: 'T1', teamName: 'Acme', teamUrl: 'https://acme.slack.com/', enterpriseId: 'E1' },
      ...{ botUserId: 'UBOT', botId: 'BBOT' },
    });
  });

  it.each([
    ['invalid_auth', 'Slack does not know this token'],
    ['token_revoked', 'the token was revoked'],
    ['account_inactive', 'the app was uninstalled'],
    ['brand_new_code', 'see https://docs.slack.dev'],
  ])('says in a sentence that the token is refused: %s', async (code, sentence) => {
    slack.on('auth.test', refused(code));
    const asked = identifyBot(calls);
    await expect(asked).rejects.toThrow(SlackStartError);
    await expect(asked).rejects.toThrow(`Slack refused SLACK_BOT_TOKEN (${code}): ${sentence}`);
    expect(slack.calls).toHaveLength(1);
  });

  it('refuses a token that is not a bot’s', async () => {
    slack.on('auth.test', ok({ ...bot, bot_id: undefined }));
    await expect(identifyBot(calls)).rejects.toMatchObject({
      code: 'slack_token_refused',
      token: 'SLACK_BOT_TOKEN',
    });
  });

  it('waits for a Slack that is late', async () => {
    slack.on('auth.test', (_call, nth) => (nth < 3 ? { status: 503, body: '' } : ok(bot)));
    const waits: number[] = [];
    expect(await identifyBot(calls, { wait: async (ms) => waits.push(ms) })).toMatchObject({ teamId: 'T1' });
    expect(waits).toEqual([1000, 1000]);
  });

  it('gives up when its time is up', async () => {
    slack.on('auth.test', { status: 503, body: '' });
    let now = 0;
    const wait = async (ms: number) => {
      now += ms;
    };
    const rest = { withinMs: 5000, now: () => now, wait };
    await expect(identifyBot(calls, rest)).rejects.toMatchObject({ code: 'slack_unreachable' });
    expect(slack.calls).toHaveLength(6);
  });
});
