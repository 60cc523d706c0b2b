import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClaimedMessage, Messenger } from '../../../src/app/ports.ts';
import { section } from '../../../src/slack/blocks.ts';
import { createDelivery } from '../../../src/slack/delivery/delivery.ts';
import { createMessenger, messengerDeadlineMs } from '../../../src/slack/delivery/messenger.ts';
import { openWorkshop, type Workshop } from './support/workshop.ts';

let workshop: Workshop;
let messenger: Messenger;
const deadlines = { person: 500, background: 500 };
const rendered = { text: 'A card', blocks: [section('A card')] };

beforeEach(async () => {
  workshop = await openWorkshop();
  const now = () => workshop.sandbox.clock.now();
  const delivery = createDelivery({ calls: workshop.calls, now, teamUrl: '' });
  messenger = createMessenger(delivery, deadlines, () => ({ text: 'Taken back.', blocks: [] }));
});
afterEach(() => workshop.close());

function message(id: string, conversation: ClaimedMessage['conversation']): ClaimedMessage {
  return {
    ...{
      id,
      team: 'T0SANDBOX',
      key: 'card',
      conversation,
      threadTs: null,
      about: 'incident',
      incident: 'i-1',
      body: { kind: 'card' },
    },
    ...{ correlation: 'c-1', attempts: 1, wanted: 1, digest: null, createdAt: workshop.sandbox.clock.now() },
    task: { kind: 'post' },
  };
}
const inChannel = (id: string) => message(id, { kind: 'channel', channel: 'C0ENGPLAT' });

describe('the messenger of the app', () => {
  it('posts, changes and takes back', async () => {
    const card = inChannel('m-1');
    const posted = await messenger.post(card, rendered);
    if (posted.kind !== 'posted') throw new Error(posted.kind);
    expect(await messenger.update(card, posted, { ...rendered, text: 'New' })).toEqual(posted);
    expect(await messenger.remove(card, posted)).toEqual(posted);
  });

  it('finds what an unsure attempt posted, in a DM too', async () => {
    const ask = message('m-1', { kind: 'user', user: 'U0DENNY' });
    await workshop.sandbox.fault({ fault: 'lost_answer', method: 'chat.postMessage' });
    expect(await messenger.post(ask, rendered)).toEqual({ kind: 'unsure', code: 'unsure: connection_lost' });
    expect(await messenger.find(ask, ask.createdAt)).toMatchObject({
      kind: 'posted',
      channel: expect.stringMatching(/^D/),
    });
    expect(await messenger.find({ ...ask, id: 'm-2' }, ask.createdAt)).toEqual({ kind: 'absent' });
  });

  it('says so when it cannot look, and when it may not post', async () => {
    await workshop.sandbox.fault({ fault: 'missing_method', method: 'conversations.history' });
    expect(await messenger.find(inChannel('m-1'), 0)).toEqual({ kind: 'unreadable' });
    const elsewhere = message('m-1', { kind: 'channel', channel: 'C0GENERAL' });
    expect(await messenger.post(elsewhere, rendered)).toEqual({ kind: 'refused', code: 'not_in_channel' });
  });

  it('takes its own mistakes for refusals', async () => {
    const same = { text: 'x', blocks: [section('x', { blockId: 'b' }), section('x', { blockId: 'b' })] };
    expect(await messenger.post(inChannel('m-1'), same)).toEqual({ kind: 'refused', code: 'invalid_blocks' });
  });

  it('counts every call that one message may need before it may be looked for', () => {
    expect(messenger.deadlineMs).toBe(messengerDeadlineMs(deadlines));
    expect(messenger.deadlineMs).toBeGreaterThan(deadlines.person + deadlines.background);
  });
});
