import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { channels, people } from '../../src/sandbox/seed.ts';
import { inner, listen, ofType } from './support/listener.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

describe('a workspace kept in a file', () => {
  let folder: string;
  let stateFile: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    stateFile = join(folder, 'deep', 'state.json');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** What a kill at this moment would leave. */
  async function killed(): Promise<string> {
    const copy = join(folder, 'copy.json');
    writeFileSync(copy, readFileSync(stateFile));
    return copy;
  }

  it('has messages, open modals with what was typed, and the clock after a restart', async () => {
    const first = await openSandbox({ stateFile });
    const listener = await listen(first.sandbox);
    const alex = first.sandbox.person(people.alex);
    await alex.command(channels.engPlatform, '/plain');
    const command = await listener.next((each) => each.type === 'slash_commands');
    await first.client.views.open({
      trigger_id: String(command.body.trigger_id),
      view: {
        type: 'modal',
        title: { type: 'plain_text', text: 'Form' },
        submit: { type: 'plain_text', text: 'Send' },
        blocks: [
          {
            type: 'input',
            block_id: 'a',
            label: { type: 'plain_text', text: 'A' },
            element: { type: 'plain_text_input', action_id: 'x' },
          },
        ],
      },
    });
    await alex.fill({ a: 'half a sentence' });
    await first.sandbox.clock.advance(86_400_000);
    const { ts } = await first.client.chat.postMessage({ channel: channels.engPlatform, text: 'kept' });
    const copy = await killed();
    await listener.stop();
    await closeSandbox(first.sandbox);

    const second = await openSandbox({ stateFile: copy });
    const again = second.sandbox.person(people.alex);
    expect(again.history(channels.engPlatform)).toMatchObject([{ ts, text: 'kept' }]);
    expect(again.view()?.values).toEqual({ a: { x: 'half a sentence' } });
    expect(second.sandbox.clock.now()).toBeGreaterThan(Date.now() + 86_000_000);
    const next = await second.client.chat.postMessage({ channel: channels.engPlatform, text: 'later' });
    expect(Number(next.ts)).toBeGreaterThan(Number(ts));
    await closeSandbox(second.sandbox);
  });

  it('has an event that was under way come again after a kill', async () => {
    const first = await openSandbox({ stateFile });
    const silent = await listen(first.sandbox, { acknowledge: false });
    await first.sandbox.person(people.alex).post(channels.engPlatform, 'I deleted something');
    const before = await silent.next(ofType('message'));
    const copy = await killed();
    await silent.stop();
    await closeSandbox(first.sandbox);

    const second = await openSandbox({ stateFile: copy });
    const listener = await listen(second.sandbox);
    const after = await listener.next(ofType('message'));
    expect(inner(after).text).toBe('I deleted something');
    expect(after.body.event_id).toBe(before.body.event_id);
    await listener.stop();
    await closeSandbox(second.sandbox);
  });

  it('refuses a file that is something else, in one sentence', async () => {
    const other = join(folder, 'other.json');
    writeFileSync(other, '{"hello": 1}');
    await expect(openSandbox({ stateFile: other })).rejects.toThrow(`${other} is not a sandbox state file.`);
  });

  it('is taken over from an earlier version, which knew less', async () => {
    const first = await openSandbox({ stateFile });
    await first.sandbox.person(people.alex).post(channels.partnerAcme, 'still here');
    await closeSandbox(first.sandbox);
    const state: Record<string, unknown> = JSON.parse(readFileSync(stateFile, 'utf8'));
    for (const later of ['policy', 'files', 'scheduled']) delete state[later];
    const kept = Object.values(Object(state.conversations));
    for (const each of kept) for (const later of ['purpose', 'sharedWith']) delete Object(each)[later];
    writeFileSync(stateFile, JSON.stringify(state));
    const second = await openSandbox({ stateFile });
    const { channel } = await second.client.conversations.info({ channel: channels.partnerAcme });
    expect(channel).toMatchObject({ shared_team_ids: ['T0SANDBOX', 'T0OUTSIDE'], purpose: { value: '' } });
    expect(await second.client.chat.scheduledMessages.list({})).toMatchObject({ scheduled_messages: [] });
    await closeSandbox(second.sandbox);
  });
});
