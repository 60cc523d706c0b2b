import { describe, expect, it } from '@jest/globals';
import type { Claim, ClaimedMessage, Conversation, Settlement, Store } from '../../src/app/ports.ts';
import type { MessageBody } from '../../src/domain/effects.ts';
import type { FixedClock } from '../support/fakes/fixed-clock.ts';
import { newTeam } from './new-team.ts';

const mia: Conversation = { kind: 'user', user: 'U_MIA' };
const channel: Conversation = { kind: 'channel', channel: 'C1' };

const card: MessageBody = { kind: 'card' };
const ask: MessageBody = { kind: 'ask', ask: 'a1' };
const closing: MessageBody = { kind: 'closing' };

/** Outgoing messages: kept, taken in hand in order, settled. */
export function messageContract(
  getStore: () => Store,
  clock: FixedClock,
  openIncident: (team: string, id: string) => Promise<void>,
): void {
  /** A team with the incident i1, and short ways to do one thing in one transaction. */
  async function aTeam() {
    const team = newTeam();
    const store = getStore();
    await openIncident(team, 'i1');
    const add = (key: string, body: MessageBody, conversation = mia, id = `${team}-${key}`) =>
      store.transact((tx) =>
        tx.addMessage({
          ...{ id, team, key: `i1:${key}`, conversation, threadTs: null, about: 'incident' },
          ...{ incident: 'i1', body },
          correlation: 'contract',
        }),
      );
    /** Something else for the same person. */
    const addOfOther = (key: string, body: MessageBody) =>
      store.transact((tx) =>
        tx.addMessage({
          ...{ id: `${team}-${key}`, team, key: `i2:${key}`, conversation: mia, threadTs: null, body },
          ...{ about: 'incident', incident: 'i2', correlation: 'contract' },
        }),
      );
    const claim = (conversation = mia): Promise<Claim> =>
      store.transact((tx) => tx.claim(team, conversation));
    /** Takes the next one in hand and notes that it is about to be posted. */
    const begin = async (conversation = mia): Promise<ClaimedMessage> => {
      const message = inHand(await claim(conversation));
      expect(await store.transact((tx) => tx.beginAttempt(message))).toBe(clock.now());
      return message;
    };
    const settle = (key: string, settlement: Settlement) =>
      store.transact((tx) => tx.settle(team, `${team}-${key}`, settlement));
    const refresh = () => store.transact((tx) => tx.refresh(team, 'i1'));
    return { team, store, add, addOfOther, claim, begin, settle, refresh };
  }

  const sent = (shown = 1, ts = '1.1'): Settlement => ({
    ...{ state: 'sent', channel: 'D1', ts, digest: 'd', shown },
  });
  const again = (at: number, unsure: boolean): Settlement => ({ state: 'again', at, unsure, failure: 'x' });
  const inHand = (claim: Claim): ClaimedMessage => {
    if (claim.kind !== 'message') throw new Error(`nothing was in hand: ${claim.kind}`);
    return claim.message;
  };

  describe('an outgoing message', () => {
    it('comes back as it was given, once per key', async () => {
      const { team, add, claim, settle } = await aTeam();
      const moved: MessageBody = { kind: 'help_moved', from: 'a1', why: 'paused', next: null };
      await add('one', moved);
      await add('one', card, mia, 'another-id');
      const message = inHand(await claim());
      expect(message).toEqual({
        ...{ id: `${team}-one`, team, key: 'i1:one', conversation: mia, threadTs: null },
        ...{ about: 'incident', incident: 'i1' },
        ...{ body: moved, correlation: 'contract', attempts: 0, wanted: 1, digest: null },
        ...{ createdAt: clock.now(), task: { kind: 'post' } },
      });
      await settle('one', sent());
      expect(await claim()).toEqual({ kind: 'nothing' });
    });

    it('is taken in the order it was added, one conversation apart from the other', async () => {
      const { add, claim, settle } = await aTeam();
      await add('one', ask);
      await add('other', card, channel);
      await add('two', closing);
      expect(inHand(await claim()).key).toBe('i1:one');
      await settle('one', sent());
      expect(inHand(await claim()).key).toBe('i1:two');
      expect(inHand(await claim(channel)).key).toBe('i1:other');
    });

    it('holds back those behind it while it has to wait', async () => {
      const { add, claim, begin, settle } = await aTeam();
      await add('one', ask);
      await add('two', closing);
      await begin();
      await settle('one', again(clock.now() + 5_000, false));
      expect(await claim()).toEqual({ kind: 'wait', until: clock.now() + 5_000 });
      clock.advance(5_000);
      expect(inHand(await claim())).toMatchObject({ key: 'i1:one', attempts: 1, task: { kind: 'post' } });
    });

    it('holds back no other incident, and what waits is due when the first of it is', async () => {
      const { add, addOfOther, claim, begin, settle } = await aTeam();
      await add('one', closing);
      await add('two', closing);
      await addOfOther('ask', ask);
      await begin();
      await settle('one', again(clock.now() + 5_000, true));
      expect((await begin()).key).toBe('i2:ask');
      await settle('ask', again(clock.now() + 3_000, false));
      expect(await claim()).toEqual({ kind: 'wait', until: clock.now() + 3_000 });
    });

    it('holds back a change of its own incident, and of no other', async () => {
      const { add, addOfOther, claim, begin, settle, refresh } = await aTeam();
      await add('card', card);
      await begin();
      await settle('card', sent());
      await refresh();
      await addOfOther('ask', ask);
      await begin();
      await settle('ask', again(clock.now() + 3_000, false));
      expect(inHand(await claim())).toMatchObject({ key: 'i1:card', task: { kind: 'update' } });
      await add('two', closing);
      await begin();
      await settle('two', again(clock.now() + 5_000, false));
      expect(await claim()).toEqual({ kind: 'wait', until: clock.now() + 3_000 });
    });

    it('that was only taken in hand is taken again as if nothing had been', async () => {
      const { add, claim } = await aTeam();
      await add('one', ask);
      const first = inHand(await claim());
      clock.advance(1_000);
      expect(inHand(await claim())).toEqual(first);
    });

    it('is begun by one of two who have it in hand, also at the same moment', async () => {
      const { store, add, claim, settle } = await aTeam();
      await add('one', ask);
      const message = inHand(await claim());
      const begin = () => store.transact((tx) => tx.beginAttempt(message));
      const begun = await Promise.all([begin(), begin()]);
      expect(begun.filter((at) => at !== null)).toEqual([clock.now()]);
      await settle('one', again(clock.now(), false));
      expect(await begin()).toBeNull();
    });

    it('that was being sent when its process died is looked for, not sent', async () => {
      const { add, claim, begin } = await aTeam();
      await add('one', ask);
      const attemptedAt = clock.now();
      await begin();
      clock.advance(60_000);
      expect(inHand(await claim()).task).toEqual({ kind: 'recover', attemptedAt });
    });

    it('that may have arrived is looked for, not sent', async () => {
      const { add, claim, begin, settle } = await aTeam();
      await add('one', ask);
      const attemptedAt = clock.now();
      await begin();
      await settle('one', again(clock.now() + 1_000, true));
      clock.advance(1_000);
      expect(inHand(await claim()).task).toEqual({ kind: 'recover', attemptedAt });
    });

    it('that certainly did not arrive is sent again, as a new attempt', async () => {
      const { add, claim, begin, settle } = await aTeam();
      await add('one', ask);
      await begin();
      await settle('one', again(clock.now(), false));
      clock.advance(1_000);
      expect((await begin()).task).toEqual({ kind: 'post' });
      expect(inHand(await claim()).task).toEqual({ kind: 'recover', attemptedAt: clock.now() });
    });

    it.each(['refused', 'withdrawn'] as const)('that was %s holds nothing back', async (state) => {
      const { add, claim, settle } = await aTeam();
      await add('one', ask);
      await add('two', closing);
      await claim();
      await settle('one', { state, failure: 'user_disabled' });
      expect(inHand(await claim()).key).toBe('i1:two');
    });

    it('says where it is shown, once it is', async () => {
      const { team, store, add, claim, settle } = await aTeam();
      await add('card', card);
      expect(await store.shownAt(team, 'i1', 'card')).toBeNull();
      await claim();
      await settle('card', sent(1, '7.7'));
      expect(await store.shownAt(team, 'i1', 'card')).toEqual({ channel: 'D1', ts: '7.7' });
      expect(await store.shownAt(`${team}x`, 'i1', 'card')).toBeNull();
    });
  });

  describe('a message on show', () => {
    it('is updated once, however often it has changed', async () => {
      const { add, claim, settle, refresh } = await aTeam();
      await add('card', card);
      await claim();
      await settle('card', sent());
      for (let count = 0; count < 5; count += 1) expect(await refresh()).toEqual([mia]);
      const message = inHand(await claim());
      expect(message).toMatchObject({
        wanted: 6,
        digest: 'd',
        task: { kind: 'update', channel: 'D1', ts: '1.1' },
      });
      await settle('card', sent(message.wanted));
      expect(await claim()).toEqual({ kind: 'nothing' });
    });

    it('is updated once more when it changed while it was being updated', async () => {
      const { add, claim, settle, refresh } = await aTeam();
      await add('card', card);
      await claim();
      await refresh();
      await settle('card', sent(1));
      expect(inHand(await claim()).task.kind).toBe('update');
    });

    it('need not be updated when it was changed before it was ever sent', async () => {
      const { add, claim, settle, refresh } = await aTeam();
      await add('card', card);
      expect(await refresh()).toEqual([]);
      await settle('card', sent(inHand(await claim()).wanted));
      expect(await claim()).toEqual({ kind: 'nothing' });
    });

    it('that says one thing once is never changed', async () => {
      const { add, claim, settle, refresh } = await aTeam();
      await add('closing', closing);
      await claim();
      await settle('closing', sent());
      expect(await refresh()).toEqual([]);
    });

    it('lets new messages go first', async () => {
      const { add, claim, settle, refresh } = await aTeam();
      await add('card', card);
      await claim();
      await settle('card', sent());
      await refresh();
      await add('two', closing);
      expect(inHand(await claim()).key).toBe('i1:two');
      await settle('two', sent(1, '2.2'));
      expect(inHand(await claim()).task.kind).toBe('update');
    });

    it('waits its time after a failed update, and stays on show', async () => {
      const { team, store, add, claim, settle, refresh } = await aTeam();
      await add('card', card);
      await claim();
      await settle('card', sent());
      await refresh();
      await claim();
      await settle('card', again(clock.now() + 3_000, true));
      expect(await store.shownAt(team, 'i1', 'card')).not.toBeNull();
      expect(await claim()).toEqual({ kind: 'wait', until: clock.now() + 3_000 });
      clock.advance(3_000);
      expect(inHand(await claim())).toMatchObject({ attempts: 1, task: { kind: 'update' } });
    });

    it('that cannot be edited any more stays as it is, until it changes again', async () => {
      const { team, store, add, claim, settle, refresh } = await aTeam();
      await add('card', card);
      await claim();
      await settle('card', sent());
      await refresh();
      await claim();
      await settle('card', { state: 'refused', failure: 'edit_window_closed' });
      expect(await claim()).toEqual({ kind: 'nothing' });
      expect(await store.shownAt(team, 'i1', 'card')).not.toBeNull();
    });

    it('that is gone is posted anew', async () => {
      const { team, store, add, claim, begin, settle, refresh } = await aTeam();
      await add('card', card);
      await begin();
      await settle('card', sent());
      await refresh();
      await claim();
      await settle('card', { state: 'anew', failure: 'message_not_found' });
      expect(await store.shownAt(team, 'i1', 'card')).toBeNull();
      expect(await begin()).toMatchObject({ digest: null, task: { kind: 'post' } });
      await settle('card', sent(2, '2.2'));
      expect(await claim()).toEqual({ kind: 'nothing' });
    });

    it('that was taken away is not updated any more', async () => {
      const { team, store, add, claim, settle, refresh } = await aTeam();
      await add('ask', ask);
      await claim();
      await settle('ask', sent());
      await settle('ask', { state: 'withdrawn', failure: null });
      expect(await refresh()).toEqual([]);
      expect(await store.shownAt(team, 'i1', 'ask')).toBeNull();
    });
  });

  describe('what is overdue', () => {
    it('is found by the auditor, each conversation once, and nothing that has been shown', async () => {
      const { team, store, add, claim, settle } = await aTeam();
      await add('one', ask);
      await add('two', closing);
      await add('card', card, channel);
      await claim(channel);
      await settle('card', sent());
      clock.advance(60_000);
      const found = (await store.overdue(clock.now() - 30_000)).filter((each) => each.team === team);
      expect(found).toEqual([{ team, conversation: mia }]);
    });

    it('is not what waits for its time, nor what is only just due', async () => {
      const { team, store, add, claim, settle } = await aTeam();
      await add('one', ask);
      await claim();
      await settle('one', again(clock.now() + 90_000, false));
      clock.advance(60_000);
      await add('card', card, channel);
      expect((await store.overdue(clock.now() - 30_000)).filter((each) => each.team === team)).toEqual([]);
    });

    it('is a change that has not been shown, too', async () => {
      const { team, store, add, claim, settle, refresh } = await aTeam();
      await add('card', card, channel);
      await claim(channel);
      await settle('card', sent());
      await refresh();
      clock.advance(60_000);
      const found = (await store.overdue(clock.now() - 30_000)).filter((each) => each.team === team);
      expect(found).toEqual([{ team, conversation: channel }]);
    });
  });
}
