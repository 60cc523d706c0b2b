import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { channels, people } from '../../src/sandbox/seed.ts';
import { startBareApp, startHttpApp } from './support/http-app.ts';
import { closeSandbox } from './support/workshop.ts';

const channel = channels.engPlatform;
const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** https://docs.slack.dev/apis/events-api/using-http-request-urls, against Bolt's own receiver */
describe('a real Bolt app that takes requests', () => {
  it('proves its address, hears messages and answers them', async () => {
    const { app, sandbox, stop } = await startHttpApp();
    app.message('hello', async ({ say }) => void (await say('hi there')));
    await sandbox.verifyUrl();
    await sandbox.connected();
    const alex = sandbox.person(people.alex);
    await alex.post(channel, 'hello world');
    await sandbox.until(() => alex.history(channel).some((each) => each.text === 'hi there'), {
      what: 'the answer',
    });
    await stop();
    await closeSandbox(sandbox);
  });

  it('takes a command, a click and a form, and answers each in the response', async () => {
    const { app, sandbox, stop } = await startHttpApp();
    app.command('/plain', async ({ ack, body, client }) => {
      await ack();
      const element = { type: 'plain_text_input' as const, action_id: 'text' };
      await client.views.open({
        trigger_id: body.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'form',
          title: plain('Form'),
          submit: plain('Send'),
          blocks: [{ type: 'input', block_id: 'what', label: plain('What'), element }],
        },
      });
    });
    app.command('/escaped', ({ ack }) => ack({ text: 'only for you' }));
    app.view('form', ({ ack }) => ack({ response_action: 'errors', errors: { what: 'Not this.' } }));
    app.action('press', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'pressed', replace_original: true });
    });
    const alex = sandbox.person(people.alex);
    expect(await alex.command(channel, '/plain', 'a & b')).toMatchObject({ result: 'done' });
    await sandbox.until(() => alex.view(), { what: 'the form' });
    await alex.fill({ what: 'this' });
    expect(await alex.submit()).toMatchObject({ result: 'invalid', by: 'app' });
    await alex.command(channel, '/escaped');
    expect(alex.history(channel)).toMatchObject([{ text: 'only for you', ephemeral: true }]);
    const button = { type: 'button' as const, action_id: 'press', text: plain('Press') };
    await app.client.chat.postMessage({
      channel,
      text: 'x',
      blocks: [{ type: 'actions', elements: [button] }],
    });
    const message = alex.history(channel).at(-1);
    if (!message) throw new Error('no message');
    expect(await alex.click(message, 'Press')).toEqual({ result: 'done' });
    await sandbox.until(() => alex.history(channel).at(-1)?.text === 'pressed', { what: 'the edit' });
    await stop();
    await closeSandbox(sandbox);
  });

  // https://docs.slack.dev/authentication/verifying-requests-from-slack
  it('refuses what is signed with another secret', async () => {
    const { sandbox, stop } = await startHttpApp('another secret');
    await expect(sandbox.verifyUrl()).rejects.toThrow('answered 401');
    const outcome = await sandbox.person(people.alex).command(channel, '/plain');
    expect(outcome).toMatchObject({ result: 'failed', error: 'dispatch_failed' });
    await stop();
    await closeSandbox(sandbox);
  });
});

describe('requests over HTTP', () => {
  const repeat = (body: string) => JSON.stringify({ challenge: JSON.parse(body).challenge });
  const obedient = ({ body }: { body: string }) =>
    body.includes('url_verification') ? { body: repeat(body) } : {};

  // https://docs.slack.dev/authentication/verifying-requests-from-slack#making__validating-a-request
  it('carry a signature over time and body, and the body that each kind has', async () => {
    const bare = await startBareApp(obedient);
    await bare.sandbox.verifyUrl();
    const alex = bare.sandbox.person(people.alex);
    await alex.post(channel, 'hello');
    await bare.sandbox.until(() => bare.sandbox.traffic().some((each) => each.kind === 'ack'), {
      what: 'the event',
    });
    await alex.command(channel, '/plain', 'a & b');
    await alex.globalShortcut('anywhere');
    const [event, command, shortcut] = bare.sent();
    for (const { headers, body } of bare.asked) {
      const base = `v0:${String(headers['x-slack-request-timestamp'])}:${body}`;
      const hash = createHmac('sha256', bare.sandbox.signingSecret).update(base).digest('hex');
      expect(headers['x-slack-signature']).toBe(`v0=${hash}`);
    }
    expect(JSON.parse(event?.body ?? '')).toMatchObject({ type: 'event_callback', event: { text: 'hello' } });
    expect(event?.headers['x-slack-retry-num']).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(command?.body))).toMatchObject({
      command: '/plain',
      text: 'a & b',
      user_id: people.alex,
    });
    const payload = new URLSearchParams(shortcut?.body).get('payload') ?? '';
    expect(JSON.parse(payload)).toMatchObject({ type: 'shortcut', callback_id: 'anywhere' });
    await bare.stop();
    await closeSandbox(bare.sandbox);
  });

  // https://docs.slack.dev/reference/events/url_verification
  it('bring no event before the address is verified, and then those that waited', async () => {
    let willing = false;
    const bare = await startBareApp((one) => (willing ? obedient(one) : { body: 'what?' }));
    await expect(bare.sandbox.verifyUrl()).rejects.toThrow('did not repeat the challenge');
    await bare.sandbox.person(people.alex).post(channel, 'early');
    expect(bare.sent()).toEqual([]);
    willing = true;
    await bare.sandbox.verifyUrl();
    await bare.arrived(1);
    await bare.stop();
    await closeSandbox(bare.sandbox);
  });

  // https://docs.slack.dev/apis/events-api#retries
  it('come again after an error at once, after a minute and after five, and say why', async () => {
    const bare = await startBareApp((one) =>
      one.body.includes('url_verification') ? obedient(one) : { status: 500 },
    );
    const { sandbox } = bare;
    await sandbox.verifyUrl();
    await sandbox.person(people.alex).post(channel, 'hello');
    const retries = async (count: number, ms: number) => {
      await sandbox.clock.advance(ms);
      await sandbox.until(() => sandbox.traffic().filter((each) => each.kind === 'ack').length >= count, {
        what: `${count} answers`,
      });
      await sandbox.clock.advance(0);
      return bare
        .sent()
        .map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);
    };
    expect(await retries(2, 0)).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
    ]);
    await retries(3, 60_000);
    const all = await retries(4, 300_000);
    expect(all.map(([num]) => num)).toEqual([undefined, '1', '2', '3']);
    expect(new Set(bare.sent().map(({ body }) => JSON.parse(body).event_id)).size).toBe(1);
    await bare.stop();
    await closeSandbox(sandbox);
  });

  // https://docs.slack.dev/apis/events-api#retries (http_timeout) and the three seconds
  it('are given up after three seconds', async () => {
    const bare = await startBareApp((one, count) =>
      one.body.includes('url_verification') ? obedient(one) : count === 2 ? null : {},
    );
    const { sandbox } = bare;
    await sandbox.verifyUrl();
    await sandbox.person(people.alex).post(channel, 'hello');
    await bare.arrived(1);
    await sandbox.clock.advance(3000);
    await sandbox.until(() => sandbox.traffic().some((each) => each.kind === 'ack'), { what: 'the retry' });
    expect(bare.sent()[1]?.headers).toMatchObject({
      'x-slack-retry-num': '1',
      'x-slack-retry-reason': 'http_timeout',
    });
    await bare.stop();
    await closeSandbox(sandbox);
  });

  // https://docs.slack.dev/apis/events-api#no-retry
  it('do not come again when the app says so', async () => {
    const bare = await startBareApp((one) =>
      one.body.includes('url_verification')
        ? obedient(one)
        : { status: 500, headers: { 'x-slack-no-retry': '1' } },
    );
    const { sandbox } = bare;
    await sandbox.verifyUrl();
    await sandbox.person(people.alex).post(channel, 'hello');
    await sandbox.until(() => sandbox.traffic().some((each) => each.kind === 'ack'), { what: 'the answer' });
    await sandbox.clock.advance(3_600_000);
    expect(bare.sent()).toHaveLength(1);
    await bare.stop();
    await closeSandbox(sandbox);
  });

  // https://docs.slack.dev/interactivity/implementing-slash-commands#responding_to_commands
  it('show the person plain text that answers a command, and a failure when nobody is there', async () => {
    const bare = await startBareApp(() => ({ body: 'I am *here*' }));
    const alex = bare.sandbox.person(people.alex);
    await alex.command(channel, '/plain');
    expect(alex.history(channel)).toMatchObject([{ text: 'I am *here*', ephemeral: true }]);
    await bare.stop();
    expect(await alex.command(channel, '/plain')).toMatchObject({ error: 'dispatch_failed' });
    await closeSandbox(bare.sandbox);
  });

  // https://docs.slack.dev/apis/events-api/using-socket-mode
  it('leave no sockets to open', async () => {
    const bare = await startBareApp(obedient);
    const answer = await fetch(`${bare.sandbox.apiUrl()}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bare.sandbox.appToken}` },
    });
    expect(await answer.json()).toEqual({ ok: false, error: 'socket_mode_disabled' });
    await bare.stop();
    await closeSandbox(bare.sandbox);
  });
});
