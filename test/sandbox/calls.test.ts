import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channels } from '../../src/sandbox/seed.ts';
import { testManifest } from './support/manifest.ts';
import { refusalOf } from './support/refusal-of.ts';
import { closeSandbox, openSandbox, quiet } from './support/workshop.ts';

describe('calls of the Web API', () => {
  let sandbox: Sandbox;
  let client: WebClient;

  beforeEach(async () => {
    ({ sandbox, client } = await openSandbox());
  });

  afterEach(async () => {
    await closeSandbox(sandbox);
  });

  function withToken(token: string | undefined): WebClient {
    return new WebClient(token, {
      slackApiUrl: sandbox.apiUrl(),
      retryConfig: { retries: 0 },
      logger: quiet,
    });
  }

  const post = (given = client) => given.chat.postMessage({ channel: channels.engPlatform, text: 'hello' });

  // https://docs.slack.dev/reference/methods/auth.test
  it('tells who the app is', async () => {
    expect(await client.auth.test()).toMatchObject({
      ok: true,
      team_id: 'T0SANDBOX',
      user_id: 'U0OOPSBOT',
      bot_id: 'B0OOPSBOT',
    });
  });

  // https://docs.slack.dev/reference/methods/auth.test#errors
  it('refuses calls without a token, with a wrong one, and with one of the wrong kind', async () => {
    expect(await refusalOf(withToken(undefined).auth.test())).toMatchObject({ error: 'not_authed' });
    expect(await refusalOf(withToken('xoxb-other').auth.test())).toMatchObject({ error: 'invalid_auth' });
    expect(await refusalOf(withToken(sandbox.appToken).auth.test())).toMatchObject({
      error: 'not_allowed_token_type',
    });
    expect(await refusalOf(client.apps.connections.open())).toMatchObject({
      error: 'not_allowed_token_type',
    });
  });

  it('answers a method it does not cover as a Slack without it would', async () => {
    expect(await refusalOf(client.apiCall('pins.add', { channel: 'C1' }))).toMatchObject({
      error: 'unknown_method',
    });
  });

  it('refuses unknown, missing and ill-formed arguments, naming each', async () => {
    const given = { channel: channels.engPlatform, text: 'x', txt: 'y', unfurl_links: 'perhaps' };
    const refused = await refusalOf(client.apiCall('chat.postMessage', given));
    expect(refused.error).toBe('invalid_arguments');
    expect(refused.messages).toContain('[ERROR] invalid additional property: txt [json-pointer:/txt]');
    expect(refused.messages.some((each) => each.includes('json-pointer:/unfurl_links'))).toBe(true);
    const missing = await refusalOf(client.apiCall('users.info', {}));
    expect(missing.messages).toEqual(['[ERROR] missing required field: user [json-pointer:/user]']);
  });

  // https://docs.slack.dev/apis/web-api#posting_json
  it('takes JSON bodies where Slack does, and ignores them where it does not', async () => {
    const call = (method: string, body: object) =>
      fetch(`${sandbox.apiUrl()}${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${sandbox.botToken}` },
        body: JSON.stringify(body),
      }).then((response) => response.json());
    const blocks = [{ type: 'divider' }];
    expect(await call('chat.postMessage', { channel: channels.engPlatform, blocks })).toMatchObject({
      ok: true,
    });
    expect(await call('users.info', { user: 'U0ALEX' })).toMatchObject({
      ok: false,
      error: 'invalid_arguments',
    });
  });

  // https://docs.slack.dev/authentication/tokens and the scopes on each method's page
  it('holds each call against the scopes of the token', async () => {
    await sandbox.fault({ fault: 'remove_scope', scope: 'chat:write' });
    const refused = await refusalOf(post());
    expect(refused).toMatchObject({ error: 'missing_scope', data: { needed: 'chat:write' } });
    await sandbox.clearFaults();
    expect(await post()).toMatchObject({ ok: true });
  });

  it('needs the scope of the kind of conversation, not of another', async () => {
    await sandbox.fault({ fault: 'remove_scope', scope: 'channels:history' });
    const refused = await refusalOf(client.conversations.history({ channel: channels.engPlatform }));
    expect(refused).toMatchObject({ error: 'missing_scope', data: { needed: 'channels:history' } });
  });

  it('takes scopes from the manifest', async () => {
    const manifest = testManifest();
    manifest.oauth_config.scopes.bot = ['commands'];
    const other = await openSandbox({ manifest });
    expect(await refusalOf(post(other.client))).toMatchObject({ error: 'missing_scope' });
    await closeSandbox(other.sandbox);
  });

  // https://docs.slack.dev/apis/web-api/rate-limits
  it('answers 429 with Retry-After as often as asked', async () => {
    await sandbox.fault({ fault: 'rate_limit', method: 'chat.postMessage', times: 1, retryAfterSeconds: 7 });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 7 });
    expect(await post()).toMatchObject({ ok: true });
  });

  it('answers with an HTTP error, a given Slack error, or as if the method were missing', async () => {
    await sandbox.fault({ fault: 'http_error', method: '*', status: 503 });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_http_error', statusCode: 503 });
    await sandbox.fault({ fault: 'slack_error', method: 'chat.postMessage', error: 'restricted_action' });
    expect(await refusalOf(post())).toMatchObject({ error: 'restricted_action' });
    await sandbox.fault({ fault: 'missing_method', method: 'chat.postMessage' });
    expect(await refusalOf(post())).toMatchObject({ error: 'unknown_method' });
    expect(await refusalOf(post())).toMatchObject({ error: 'unknown_method' });
  });

  it('loses an answer after the call took effect', async () => {
    await sandbox.fault({ fault: 'lost_answer', method: 'chat.postMessage' });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(sandbox.person('U0ALEX').history('#eng-platform')).toHaveLength(1);
  });

  it('keeps an answer back until the time is over', async () => {
    await sandbox.fault({ fault: 'slow', method: 'chat.postMessage', ms: 60_000 });
    const posting = post();
    await sandbox.until(() => sandbox.person('U0ALEX').history('#eng-platform').length === 1, {
      what: 'the effect',
    });
    expect(sandbox.traffic().filter((each) => each.kind === 'call')).toEqual([]);
    await sandbox.clock.advance(60_000);
    expect(await posting).toMatchObject({ ok: true });
  });

  it('notes each call with its arguments, answer and time, and never the token', async () => {
    await client.chat.postMessage({
      channel: channels.engPlatform,
      text: 'x',
      blocks: [{ type: 'divider' }],
    });
    const [call] = sandbox.traffic();
    expect(call).toMatchObject({
      kind: 'call',
      method: 'chat.postMessage',
      args: { channel: channels.engPlatform, text: 'x', blocks: [{ type: 'divider' }] },
      httpStatus: 200,
    });
    expect(JSON.stringify(call)).not.toContain(sandbox.botToken);
  });
});
