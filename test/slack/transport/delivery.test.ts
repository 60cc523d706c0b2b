import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FaultInput } from '../../../src/sandbox/protocol.ts';
import { actions, button, section } from '../../../src/slack/blocks.ts';
import { createDelivery, type Delivery } from '../../../src/slack/delivery/delivery.ts';
import type { PostRequest } from '../../../src/slack/delivery/outgoing.ts';
import { openWorkshop, type Workshop } from './support/workshop.ts';

let workshop: Workshop;
let delivery: Delivery;
let waits: number[];

const channel = 'C0ENGPLAT';
const blocks = [section('A card'), actions([button('press', 'Press')])];
const inChannel: PostRequest = { conversation: { channel }, key: 'k1', text: 'preview', blocks };
const toDenny: PostRequest = { ...inChannel, conversation: { user: 'U0DENNY' } };
const instead = { text: 'This was taken back.' };

beforeEach(async () => {
  waits = [];
  workshop = await openWorkshop();
  delivery = createDelivery({
    calls: workshop.calls,
    now: () => workshop.sandbox.clock.now(),
    teamUrl: 'https://acme.example/',
    wait: async (ms) => void waits.push(ms),
  });
});
afterEach(() => workshop.close());

const alex = () => workshop.sandbox.person('U0ALEX');
const denny = () => workshop.sandbox.person('U0DENNY');
const fault = (given: FaultInput) => workshop.sandbox.fault(given);
const callsOf = (method: string) =>
  workshop.sandbox.traffic().filter((entry) => entry.kind === 'call' && entry.method === method);
const argsOf = (method: string) => callsOf(method).map((entry) => (entry.kind === 'call' ? entry.args : {}));
const fromBot = (conversation: string) =>
  alex()
    .history(conversation)
    .filter(({ isBot }) => isBot);
/** Posts, and fails the test when that fails. */
async function posted(request: PostRequest): Promise<{ channel: string; ts: string }> {
  const outcome = await delivery.post(request);
  if (!outcome.ok) throw new Error(outcome.failure.kind);
  return outcome.value;
}

describe('posting', () => {
  it('shows the message, with its key and without unfurling', async () => {
    const outcome = await delivery.post(inChannel);
    expect(outcome).toMatchObject({ ok: true, value: { channel, hasMetadata: true } });
    expect(fromBot(channel)).toMatchObject([
      { text: 'preview', blocks: [{ type: 'section' }, { type: 'actions' }] },
    ]);
    expect(argsOf('chat.postMessage')).toMatchObject([{ unfurl_links: 'false', unfurl_media: 'false' }]);
  });

  it('into a thread replies there', async () => {
    const parent = await posted(inChannel);
    await delivery.post({ ...inChannel, key: 'k2', threadTs: parent.ts });
    expect(fromBot(channel).at(-1)).toMatchObject({ threadTs: parent.ts });
  });

  it('to a person opens the DM once and says where it went', async () => {
    const first = await posted(toDenny);
    await posted({ ...toDenny, key: 'k2' });
    expect(first.channel).toMatch(/^D/);
    expect(
      denny()
        .history(first.channel)
        .filter(({ isBot }) => isBot),
    ).toHaveLength(2);
    expect(callsOf('conversations.open')).toHaveLength(1);
  });

  it('to a person works without the scope to open DMs', async () => {
    await fault({ fault: 'remove_scope', scope: 'im:write' });
    const outcome = await delivery.post(toDenny);
    expect(outcome).toMatchObject({ ok: true, value: { channel: expect.stringMatching(/^D/) } });
  });

  it('to a person whose DM may or may not be open had no effect yet', async () => {
    await fault({ fault: 'lost_answer', method: 'conversations.open' });
    expect(await delivery.post(toDenny)).toMatchObject({ failure: { kind: 'temporary' } });
    expect(callsOf('chat.postMessage')).toEqual([]);
  });

  it('works where Slack does not take the metadata', async () => {
    await fault({ fault: 'slack_error', method: 'chat.postMessage', error: 'invalid_metadata_schema' });
    expect(await delivery.post(inChannel)).toMatchObject({ ok: true, value: { hasMetadata: false } });
    const found = await delivery.find({ conversation: { channel }, key: 'k1', oldest: 0 });
    expect(found).toMatchObject({ value: { kind: 'found' } });
  });

  it.each<[string, PostRequest, unknown]>([
    [
      'where we are not',
      { ...inChannel, conversation: { channel: 'C0GENERAL' } },
      { kind: 'refused', code: 'not_in_channel' },
    ],
    [
      'in an archived channel',
      { ...inChannel, conversation: { channel: 'C0OLDPROJ' } },
      { kind: 'refused', code: 'is_archived' },
    ],
    [
      'nowhere',
      { ...inChannel, conversation: { channel: 'C0NOWHERE' } },
      { kind: 'refused', code: 'channel_not_found' },
    ],
    [
      'to nobody',
      { ...inChannel, conversation: { user: 'U0NOBODY' } },
      { kind: 'refused', code: 'user_not_found' },
    ],
  ])('is refused as a value: %s', async (_name, request, failure) => {
    expect(await delivery.post(request)).toEqual({ ok: false, failure });
  });

  it('of blocks that Slack cannot read names the place and nothing else', async () => {
    const twice = [section('x', { blockId: 'same' }), section('y', { blockId: 'same' })];
    const outcome = await delivery.post({ ...inChannel, blocks: twice });
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'broken', code: 'invalid_blocks' } });
    expect(workshop.lines.some(({ level }) => level === 50)).toBe(true);
  });

  it('whose answer was lost is unsure, and is found', async () => {
    await fault({ fault: 'lost_answer', method: 'chat.postMessage' });
    const before = workshop.sandbox.clock.now();
    expect(await delivery.post(inChannel)).toEqual({
      ok: false,
      failure: { kind: 'unsure', reason: 'connection_lost' },
    });
    const found = await delivery.find({ conversation: { channel }, key: 'k1', oldest: before });
    expect(found).toMatchObject({ ok: true, value: { kind: 'found', channel, ts: fromBot(channel)[0]?.ts } });
  });

  it('keeps the pace of a channel, and lets other channels pass', async () => {
    const results = [];
    for (let n = 0; n < 5; n += 1) results.push(await delivery.post({ ...inChannel, key: `k${n}` }));
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true, false]);
    expect(results.at(-1)).toMatchObject({ failure: { kind: 'rate_limited' } });
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeLessThanOrEqual(1000);
    expect(await delivery.post(toDenny)).toMatchObject({ ok: true });
    expect(callsOf('chat.postMessage')).toHaveLength(5);
    await workshop.sandbox.clock.advance(10_000);
    expect(await delivery.post({ ...inChannel, key: 'k9' })).toMatchObject({ ok: true });
  });
});

describe('changing', () => {
  it('replaces what is shown and keeps the key', async () => {
    const message = await posted(inChannel);
    const changed = { ...message, key: 'k1', text: 'new', blocks: [section('changed')] };
    expect(await delivery.update(changed)).toEqual({ ok: true, value: { channel, ts: message.ts } });
    expect(fromBot(channel)).toMatchObject([
      { text: 'new', blocks: [{ type: 'section', block_id: 'oops_message:k1' }] },
    ]);
    expect(await delivery.find({ conversation: { channel }, key: 'k1', oldest: 0 })).toMatchObject({
      value: { kind: 'found', ts: message.ts },
    });
  });

  it('of what is gone is refused', async () => {
    const outcome = await delivery.update({ channel, ts: '1.000001', key: 'k1', text: 'new' });
    expect(outcome).toEqual({ ok: false, failure: { kind: 'refused', code: 'message_not_found' } });
  });
});

describe('taking back', () => {
  it('deletes', async () => {
    const message = await posted(inChannel);
    expect(await delivery.remove({ ...message, instead })).toEqual({ ok: true, value: 'deleted' });
    expect(fromBot(channel)).toEqual([]);
    expect(await delivery.remove({ ...message, instead })).toEqual({ ok: true, value: 'gone' });
  });

  it('replaces what cannot be deleted', async () => {
    const message = await posted(inChannel);
    await fault({ fault: 'missing_method', method: 'chat.delete' });
    expect(await delivery.remove({ ...message, instead })).toEqual({ ok: true, value: 'replaced' });
    expect(fromBot(channel)).toMatchObject([{ text: 'This was taken back.', blocks: [] }]);
  });

  it('that may have worked is unsure', async () => {
    const message = await posted(inChannel);
    await fault({ fault: 'http_error', method: 'chat.delete', status: 503 });
    expect(await delivery.remove({ ...message, instead })).toMatchObject({ failure: { kind: 'unsure' } });
  });
});

describe('whispering', () => {
  it('shows it to one person', async () => {
    expect(await delivery.ephemeral({ channel, user: 'U0ALEX', text: 'psst' })).toEqual({
      ok: true,
      value: 'ephemeral',
    });
    expect(
      alex()
        .history(channel)
        .map(({ ephemeral }) => ephemeral),
    ).toEqual([true]);
    expect(denny().history(channel)).toEqual([]);
  });

  it('writes a DM where it cannot, if asked to', async () => {
    const nowhere = { channel: 'C0GENERAL', user: 'U0ALEX', text: 'psst' };
    expect(await delivery.ephemeral(nowhere)).toMatchObject({ failure: { kind: 'refused' } });
    expect(await delivery.ephemeral({ ...nowhere, orDirect: true })).toEqual({ ok: true, value: 'direct' });
    expect(alex().history(alex().dm()).at(-1)?.text).toBe('psst');
  });
});

describe('looking for a message', () => {
  const look = (rest: Partial<Parameters<Delivery['find']>[0]> = {}) =>
    delivery.find({ conversation: { channel }, key: 'k1', oldest: 0, ...rest });

  it('finds it in a channel, a thread and a DM', async () => {
    const parent = await posted({ ...inChannel, key: 'parent' });
    const reply = await posted({ ...inChannel, threadTs: parent.ts });
    const direct = await posted(toDenny);
    expect(await look({ threadTs: parent.ts })).toEqual({
      ok: true,
      value: { kind: 'found', channel, ts: reply.ts },
    });
    expect(await look({ conversation: { user: 'U0DENNY' } })).toMatchObject({
      value: { kind: 'found', ts: direct.ts },
    });
    // A reply is not in the channel's own history.
    expect(await look()).toEqual({ ok: true, value: { kind: 'absent' } });
  });

  it('finds it among hundreds', async () => {
    const message = await posted(inChannel);
    for (let n = 0; n < 130; n += 1) await alex().post(channel, `talk ${n}`);
    expect(await look()).toMatchObject({ value: { kind: 'found', ts: message.ts } });
    expect(callsOf('conversations.history')).toHaveLength(2);
  });

  it('does not look at what is older, but for some minutes', async () => {
    await posted(inChannel);
    expect(await look({ oldest: workshop.sandbox.clock.now() + 60_000 })).toMatchObject({
      value: { kind: 'found' },
    });
    expect(await look({ oldest: workshop.sandbox.clock.now() + 600_000 })).toMatchObject({
      value: { kind: 'absent' },
    });
  });

  it('is not taken in by somebody who writes the key', async () => {
    await alex().post(channel, 'oops_message:k1');
    expect(await look()).toMatchObject({ value: { kind: 'absent' } });
  });

  it.each<[string, FaultInput, string]>([
    ['without the scope', { fault: 'remove_scope', scope: 'channels:history' }, 'missing_scope'],
    ['without the method', { fault: 'missing_method', method: 'conversations.history' }, 'unknown_method'],
  ])('says when one cannot look: %s', async (_name, given, code) => {
    await fault(given);
    expect(await look()).toEqual({ ok: true, value: { kind: 'unreadable', code } });
  });

  it('says when one cannot look: where we are not', async () => {
    expect(await look({ conversation: { channel: 'C0GENERAL' } })).toMatchObject({
      value: { kind: 'unreadable', code: 'not_in_channel' },
    });
  });

  it('is a failure to be tried again when that passes', async () => {
    await fault({ fault: 'rate_limit', method: 'conversations.history', retryAfterSeconds: 3 });
    expect(await look()).toEqual({ ok: false, failure: { kind: 'rate_limited', retryAfterMs: 3000 } });
  });
});

describe('people', () => {
  it('are described as Slack knows them', async () => {
    expect(await delivery.person('U0ALEX')).toMatchObject({
      value: {
        id: 'U0ALEX',
        zone: 'America/New_York',
        isGuest: false,
        isBot: false,
        isStranger: false,
        isDeactivated: false,
      },
    });
    expect(await delivery.person('U0KIM')).toMatchObject({ value: { isGuest: true } });
    expect(await delivery.person('U0ROBIN')).toMatchObject({ value: { isStranger: true } });
    expect(await delivery.person('U0LOU')).toMatchObject({ value: { isDeactivated: true } });
    expect(await delivery.person('U0OOPSBOT')).toMatchObject({ value: { isBot: true } });
    expect(await delivery.person('U0NOBODY')).toMatchObject({
      failure: { kind: 'refused', code: 'user_not_found' },
    });
  });

  it('are remembered for a while, and longer when Slack fails', async () => {
    await delivery.person('U0ALEX');
    await delivery.person('U0ALEX');
    expect(callsOf('users.info')).toHaveLength(1);
    await workshop.sandbox.clock.advance(6 * 60_000);
    await fault({ fault: 'http_error', method: 'users.info', status: 503 });
    expect(await delivery.person('U0ALEX')).toMatchObject({ ok: true, value: { id: 'U0ALEX' } });
    expect(callsOf('users.info')).toHaveLength(2);
  });

  it('are paused within their schedule, and awake outside it', async () => {
    // Morgan's is 22:00 to 08:00 in Berlin.
    const night = Date.UTC(2031, 0, 15, 2, 0);
    await workshop.sandbox.clock.set(night);
    expect(await delivery.quiet('U0MORGAN')).toEqual({ kind: 'paused', until: Date.UTC(2031, 0, 15, 7, 0) });
    await workshop.sandbox.clock.set(Date.UTC(2031, 0, 15, 12, 0));
    expect(await delivery.quiet('U0MORGAN')).toEqual({ kind: 'awake' });
    expect(await delivery.quiet('U0ALEX')).toEqual({ kind: 'awake' });
  });

  it('are neither when Slack does not say', async () => {
    await fault({ fault: 'remove_scope', scope: 'dnd:read' });
    expect(await delivery.quiet('U0MORGAN')).toMatchObject({
      kind: 'unknown',
      why: expect.stringContaining('missing_scope'),
    });
  });
});

describe('the address of a message', () => {
  it('is Slack’s, or built when Slack does not give it', async () => {
    const message = await posted(inChannel);
    expect(await delivery.permalink(message)).toMatchObject({ from: 'slack' });
    await fault({ fault: 'missing_method', method: 'chat.getPermalink' });
    expect(await delivery.permalink({ channel, ts: '1700000000.000100' }, '1600000000.000100')).toEqual({
      from: 'built',
      url: 'https://acme.example/archives/C0ENGPLAT/p1700000000000100?thread_ts=1600000000.000100&cid=C0ENGPLAT',
    });
  });
});
