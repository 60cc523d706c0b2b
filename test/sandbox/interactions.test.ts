import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channels, people } from '../../src/sandbox/seed.ts';
import { listen, ofType } from './support/listener.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

describe('commands, shortcuts and clicks', () => {
  const channel = channels.engPlatform;
  let sandbox: Sandbox;
  let client: WebClient;
  let listener: Awaited<ReturnType<typeof listen>>;

  beforeEach(async () => {
    ({ sandbox, client } = await openSandbox());
    listener = await listen(sandbox);
  });

  afterEach(async () => {
    await listener.stop();
    await closeSandbox(sandbox);
  });

  const alex = () => sandbox.person(people.alex);
  const isCommand = (each: { type: string }) => each.type === 'slash_commands';
  const button = (rest: object = {}) => ({
    type: 'actions',
    block_id: 'row',
    elements: [
      { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' }, value: 'v1', ...rest },
    ],
  });
  const postWith = async (blocks: object[], rest: object = {}) => {
    await client.apiCall('chat.postMessage', { channel, text: 'x', blocks, ...rest });
    const message = alex().history(channel).at(-1);
    if (!message) throw new Error('no message');
    return message;
  };
  const send = (url: unknown, body: object) =>
    fetch(String(url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  // https://docs.slack.dev/interactivity/implementing-slash-commands#escaping
  it('send a command as typed, and escaped only where the manifest asks for it', async () => {
    await alex().command(channel, '/plain', 'ask @denny about a < b');
    const plain = await listener.next(isCommand);
    expect(plain.body).toMatchObject({
      command: '/plain',
      text: 'ask @denny about a < b',
      channel_id: channel,
      channel_name: 'eng-platform',
      user_id: people.alex,
      team_id: 'T0SANDBOX',
    });
    await alex().command(channel, '/escaped', 'ask @denny in #general about a < b');
    const escaped = await listener.next((each) => each.body.command === '/escaped');
    expect(escaped.body.text).toBe(
      `ask <@${people.denny}|denny> in <#${channels.general}|general> about a &lt; b`,
    );
  });

  // https://docs.slack.dev/interactivity/implementing-slash-commands (not in threads)
  it('refuse a command in a thread, and one that the app does not have', async () => {
    const root = await postWith([button()]);
    expect(await alex().command(channel, '/plain', '', { threadTs: root.ts })).toEqual({
      result: 'refused',
      error: 'not_supported_in_threads',
      text: '/plain is not supported in threads. Sorry!',
    });
    expect(await alex().command(channel, '/other')).toMatchObject({
      result: 'refused',
      error: 'unknown_command',
    });
    expect(listener.arrived.filter(isCommand)).toEqual([]);
  });

  // https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response
  it('fail at once when nobody is connected, and are not sent again', async () => {
    await listener.stop();
    await sandbox.until(() => sandbox.workspace().connections === 0, { what: 'no connection' });
    expect(await alex().command(channel, '/plain')).toMatchObject({
      result: 'failed',
      error: 'dispatch_failed',
    });
    expect(await alex().globalShortcut('anywhere')).toMatchObject({
      result: 'failed',
      error: 'dispatch_failed',
    });
    listener = await listen(sandbox);
    await alex().post(channel, 'after');
    await listener.next(ofType('message'));
    expect(listener.arrived.filter(isCommand)).toEqual([]);
  });

  // https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response
  it('show a late answer to nobody, and note it as late', async () => {
    await listener.stop();
    listener = await listen(sandbox, { acknowledge: false });
    const running = alex().command(channel, '/plain');
    const command = await listener.next(isCommand);
    await sandbox.clock.advance(3000);
    await command.ack({ text: 'too late' });
    expect(await running).toMatchObject({ result: 'failed', error: 'operation_timeout' });
    await sandbox.until(() => sandbox.traffic().some((each) => each.kind === 'ack' && each.late), {
      what: 'the late ack',
    });
    expect(alex().history(channel)).toEqual([]);
  });

  // https://docs.slack.dev/interactivity/implementing-slash-commands#responding_immediate_response
  it('show the answer in an acknowledgement to the one who typed', async () => {
    await listener.stop();
    listener = await listen(sandbox, { acknowledge: false });
    const running = alex().command(channel, '/plain');
    await (await listener.next(isCommand)).ack({ text: 'I heard you.' });
    expect(await running).toMatchObject({ result: 'done' });
    expect(alex().history(channel)).toMatchObject([{ text: 'I heard you.', ephemeral: true }]);
    expect(sandbox.person(people.denny).history(channel)).toEqual([]);
  });

  // https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
  it('send a message shortcut with the message, and a global one without a channel', async () => {
    const message = await postWith([button()]);
    await alex().messageShortcut(channel, message.ts, 'about_message');
    expect((await listener.next(ofType('message_action'))).body).toMatchObject({
      callback_id: 'about_message',
      message: { ts: message.ts },
      channel: { id: channel },
      trigger_id: expect.any(String),
    });
    await alex().globalShortcut('anywhere');
    expect((await listener.next(ofType('shortcut'))).body.channel).toBeUndefined();
    expect(await alex().globalShortcut('about_message')).toMatchObject({ error: 'unknown_shortcut' });
  });

  // https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
  it('send a click with the message, the value and the state', async () => {
    const message = await postWith([button()]);
    expect(await alex().click(message, 'Go')).toEqual({ result: 'done' });
    expect((await listener.next(ofType('block_actions'))).body).toMatchObject({
      user: { id: people.alex, team_id: 'T0SANDBOX' },
      container: { type: 'message', message_ts: message.ts, channel_id: channel, is_ephemeral: false },
      message: { ts: message.ts },
      actions: [{ type: 'button', action_id: 'go', block_id: 'row', value: 'v1' }],
      response_url: expect.stringContaining('/response/'),
    });
  });

  // https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
  it('send a choice from menus and pickers outside a form', async () => {
    const options = ['a', 'b'].map((value) => ({
      text: { type: 'plain_text', text: `Option ${value}` },
      value,
    }));
    const message = await postWith([
      {
        type: 'actions',
        block_id: 'row',
        elements: [
          { type: 'static_select', action_id: 'pick', options },
          { type: 'overflow', action_id: 'more', options },
          { type: 'datepicker', action_id: 'day' },
        ],
      },
    ]);
    await alex().click(message, 'pick', { value: 'Option b' });
    await alex().click(message, 'more', { value: 'a' });
    await alex().click(message, 'day', { value: '2031-02-03' });
    expect(await alex().click(message, 'pick', { value: 'c' })).toMatchObject({
      error: 'value_not_possible',
    });
    await listener.next(() => listener.arrived.filter(ofType('block_actions')).length === 3);
    const clicks = listener.arrived.filter(ofType('block_actions')).map((each) => each.body);
    expect(clicks[0]).toMatchObject({
      actions: [{ type: 'static_select', selected_option: options[1] }],
      state: { values: { row: { pick: { selected_option: options[1] }, day: { selected_date: null } } } },
    });
    expect(clicks[1]).toMatchObject({ actions: [{ type: 'overflow', selected_option: options[0] }] });
    expect(clicks[2]).toMatchObject({ actions: [{ type: 'datepicker', selected_date: '2031-02-03' }] });
  });

  // https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object
  it('ask first when a button wants to be confirmed', async () => {
    const text = (value: string) => ({ type: 'plain_text', text: value });
    const confirm = { title: text('Sure?'), text: text('Really?'), confirm: text('Yes'), deny: text('No') };
    const message = await postWith([button({ confirm })]);
    expect(await alex().click(message, 'go')).toEqual({ result: 'asks', confirm });
    expect(listener.arrived.filter(ofType('block_actions'))).toEqual([]);
    expect(await alex().click(message, 'go', { confirmed: true })).toEqual({ result: 'done' });
  });

  it('let people click only what they can see', async () => {
    const message = await postWith([button()]);
    const kim = sandbox.person(people.kim);
    expect(await kim.click(message, 'go')).toMatchObject({ result: 'refused', error: 'channel_not_found' });
    expect(await alex().click(message, 'gone')).toMatchObject({ error: 'element_not_found' });
    expect(await sandbox.person(people.lou).post(channel, 'x')).toMatchObject({ error: 'account_inactive' });
  });

  // https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
  it('answer a click on an ephemeral through its response url, five times in thirty minutes', async () => {
    await client.apiCall('chat.postEphemeral', { channel, user: people.alex, text: 'x', blocks: [button()] });
    const [ephemeral] = alex().history(channel);
    if (!ephemeral) throw new Error('no ephemeral');
    await alex().click(ephemeral, 'go');
    const { body } = await listener.next(ofType('block_actions'));
    expect(body).toMatchObject({ container: { is_ephemeral: true } });
    expect(body.message).toBeUndefined();
    expect((await send(body.response_url, { replace_original: true, text: 'replaced' })).status).toBe(200);
    expect(alex().history(channel)).toMatchObject([{ ts: ephemeral.ts, text: 'replaced', ephemeral: true }]);
    await send(body.response_url, { delete_original: true });
    expect(alex().history(channel)).toEqual([]);
    for (const _ of [3, 4, 5])
      await send(body.response_url, { response_type: 'in_channel', text: 'for all' });
    expect(sandbox.person(people.denny).history(channel)).toHaveLength(3);
    const sixth = await send(body.response_url, { text: 'no' });
    expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }]);
    await alex().command(channel, '/plain');
    const command = await listener.next(isCommand);
    await sandbox.clock.advance(30 * 60_000 + 1);
    expect(await (await send(command.body.response_url, { text: 'late' })).json()).toMatchObject({
      error: 'expired_url',
    });
  });

  // https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
  it('reach the response url of a channel the app is not in', async () => {
    await alex().command('#general', '/plain');
    const command = await listener.next(isCommand);
    await send(command.body.response_url, { text: 'psst' });
    expect(alex().history('#general')).toMatchObject([{ text: 'psst', ephemeral: true }]);
  });
});
