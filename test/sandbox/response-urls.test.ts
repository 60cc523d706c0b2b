import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channels, people } from '../../src/sandbox/seed.ts';
import { listen, ofType } from './support/listener.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
describe('a response url', () => {
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

  const seen = (who: string) =>
    sandbox
      .person(who)
      .history(channel)
      .map((each) => [each.text, each.ephemeral]);

  /** How the app answers at the address of a command that Alex typed. */
  async function ofCommand() {
    await sandbox.person(people.alex).command(channel, '/plain');
    const { body } = await listener.next((each) => each.type === 'slash_commands');
    return answering(body.response_url);
  }

  /** How the app answers at the address of a click that Alex made on a message of its own. */
  async function ofClick() {
    const text = { type: 'plain_text' as const, text: 'Go' };
    const elements = [{ type: 'button' as const, action_id: 'go', text }];
    await client.chat.postMessage({ channel, text: 'before', blocks: [{ type: 'actions', elements }] });
    const alex = sandbox.person(people.alex);
    const message = alex.history(channel).at(-1);
    if (!message) throw new Error('no message');
    await alex.click(message, 'go');
    const { body } = await listener.next(ofType('block_actions'));
    return answering(body.response_url);
  }

  const answering = (url: unknown) => async (body: unknown) => {
    const answer = await fetch(String(url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const said: { ok: boolean; error?: string } = JSON.parse(await answer.text());
    return said.error ?? said.ok;
  };

  it('answers the one person, unless it says that all may see it', async () => {
    const answer = await ofCommand();
    expect(await answer({ text: 'for you' })).toBe(true);
    expect(await answer({ text: 'for all', response_type: 'in_channel' })).toBe(true);
    expect(seen(people.alex)).toEqual([
      ['for you', true],
      ['for all', false],
    ]);
    expect(seen(people.denny)).toEqual([['for all', false]]);
  });

  it('replaces or removes the message that was clicked, for everybody', async () => {
    const answer = await ofClick();
    await answer({ replace_original: true, text: 'after' });
    expect(seen(people.denny)).toEqual([['after', false]]);
    await answer({ text: 'beside it' });
    expect(seen(people.alex)).toEqual([
      ['after', false],
      ['beside it', true],
    ]);
    await answer({ delete_original: true });
    expect(seen(people.denny)).toEqual([]);
  });

  // "… can be used up to five times within 30 minutes"
  it('works five times; what is refused for its content does not count', async () => {
    const answer = await ofCommand();
    expect(await answer('not json')).toBe('invalid_payload');
    expect(await answer({ text: 'x', colour: 'red' })).toBe('invalid_payload');
    expect(await answer({ response_type: 'in_channel' })).toBe('no_text');
    for (const text of ['1', '2', '3', '4', '5']) expect(await answer({ text })).toBe(true);
    expect(await answer({ text: '6' })).toBe('used_url');
    expect(seen(people.alex)).toHaveLength(5);
  });

  it('works for half an hour', async () => {
    const answer = await ofCommand();
    await sandbox.clock.advance(29 * 60_000);
    expect(await answer({ text: 'in time' })).toBe(true);
    await sandbox.clock.advance(61_000);
    expect(await answer({ text: 'too late' })).toBe('expired_url');
    expect(await answering(`${sandbox.apiUrl().replace('/api/', '')}/response/made-up`)({})).toBe(
      'no_service',
    );
  });

  // https://docs.slack.dev/reference/methods/chat.postEphemeral: delivery is not guaranteed
  it('shows nothing to somebody who has gone away meanwhile', async () => {
    const answer = await ofCommand();
    await sandbox.person(people.alex).do({ do: 'setPresence', presence: 'away' });
    expect(await answer({ text: 'unseen' })).toBe(true);
    expect(seen(people.alex)).toEqual([]);
  });
});
