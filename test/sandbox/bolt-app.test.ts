import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channels, people } from '../../src/sandbox/seed.ts';
import { closeSandbox, openSandbox, startBolt } from './support/workshop.ts';

describe('a real Bolt app on the sandbox', () => {
  let sandbox: Sandbox;
  let bolt: Awaited<ReturnType<typeof startBolt>>;

  beforeEach(async () => {
    ({ sandbox } = await openSandbox());
    bolt = await startBolt(sandbox);
  });

  afterEach(async () => {
    await bolt.stop();
    await closeSandbox(sandbox);
  });

  it('hears a message in a channel and answers in its thread', async () => {
    bolt.app.message('hello', async ({ message, say }) => {
      await say({ text: 'hi there', thread_ts: message.ts });
    });
    const alex = sandbox.person(people.alex);
    const posted = await alex.post('#eng-platform', 'hello world');
    const reply = await sandbox.until(
      () => alex.history('#eng-platform').find((each) => each.text === 'hi there'),
      { what: 'the reply' },
    );
    expect(posted).toMatchObject({ result: 'done', channel: channels.engPlatform });
    expect(reply).toMatchObject({ isBot: true, threadTs: posted.result === 'done' ? posted.ts : '' });
  });

  it('opens a modal from a command, takes its submission and answers with errors, then closes it', async () => {
    bolt.app.command('/plain', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({
        trigger_id: body.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'form',
          title: { type: 'plain_text', text: 'Form' },
          submit: { type: 'plain_text', text: 'Send' },
          blocks: [
            {
              type: 'input',
              block_id: 'what',
              label: { type: 'plain_text', text: 'What happened' },
              element: { type: 'plain_text_input', action_id: 'text' },
            },
          ],
        },
      });
    });
    bolt.app.view('form', async ({ ack, view }) => {
      const value = view.state.values.what?.text?.value;
      if (value === 'no') await ack({ response_action: 'errors', errors: { what: 'Not this one.' } });
      else await ack();
    });
    const alex = sandbox.person(people.alex);
    expect(await alex.command('#eng-platform', '/plain')).toMatchObject({ result: 'done' });
    await sandbox.until(() => alex.view(), { what: 'the form' });
    expect(await alex.submit()).toMatchObject({ result: 'invalid', by: 'client' });
    await alex.fill({ 'What happened': 'no' });
    expect(await alex.submit()).toEqual({
      result: 'invalid',
      by: 'app',
      errors: [{ blockId: 'what', message: 'Not this one.' }],
    });
    await alex.fill({ what: 'I dropped a table' });
    expect(await alex.submit()).toEqual({ result: 'done' });
    expect(alex.stack()).toEqual([]);
  });

  it('takes a click in a message and edits the message through the response url', async () => {
    bolt.app.action('press', async ({ ack, respond }) => {
      await ack();
      await respond({ replace_original: true, text: 'pressed' });
    });
    await bolt.app.client.chat.postMessage({
      channel: channels.engPlatform,
      text: 'press me',
      blocks: [
        {
          type: 'actions',
          elements: [{ type: 'button', action_id: 'press', text: { type: 'plain_text', text: 'Press' } }],
        },
      ],
    });
    const denny = sandbox.person(people.denny);
    const message = denny.history('#eng-platform').at(-1);
    if (!message) throw new Error('no message');
    expect(await denny.click(message, 'Press')).toEqual({ result: 'done' });
    const edited = await sandbox.until(
      () => denny.history('#eng-platform').find((each) => each.text === 'pressed'),
      { what: 'the edit' },
    );
    expect(edited).toMatchObject({ ts: message.ts, blocks: [], edited: true });
  });

  it('shows the person that a command failed when nobody acknowledges it in three seconds', async () => {
    bolt.app.command('/plain', async () => {});
    const alex = sandbox.person(people.alex);
    const outcome = alex.command('@oops', '/plain');
    await sandbox.until(() => sandbox.traffic().some((each) => each.kind === 'envelope'), {
      what: 'the envelope',
    });
    await sandbox.clock.advance(3000);
    expect(await outcome).toEqual({
      result: 'failed',
      error: 'operation_timeout',
      text: '/plain failed with the error "operation_timeout"',
    });
    expect(alex.screen().notices).toMatchObject([{ error: 'operation_timeout' }]);
  });
});
