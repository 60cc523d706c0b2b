import { beforeEach, describe, expect, it } from '@jest/globals';
import { hearDirect } from '../../src/app/hear-direct.ts';
import { noticeMessage, takeBackNotice } from '../../src/app/notice-message.ts';
import { acceptOfferFor, declineOfferFor, makeOffer, type OfferRequest } from '../../src/app/offers.ts';
import type { PersonStanding } from '../../src/domain/permissions.ts';
import { people } from '../domain/support/people.ts';
import { makeWorld, team, type World } from './support/world.ts';

const alex = people.alex;
const zoe: PersonStanding = { user: 'U_ZOE', guest: false, otherOrganisation: false, admin: false };

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});

const offer = (change: Partial<OfferRequest> = {}) =>
  makeOffer(world.deps, {
    ...{ team, user: alex.user, why: 'worry', channel: 'C1', ts: '1.1', correlation: 'test' },
    ...change,
  });

/** The offer that was made first, by its message. */
const offerId = (): string => {
  const row = world.store.messages().find(({ about }) => about === 'offer');
  if (row?.about !== 'offer') throw new Error('nobody was asked');
  return row.offer;
};
const accept = (who = alex, text: string | null = 'the deploy looks wrong') =>
  acceptOfferFor(world.deps, { team, offer: offerId(), engineer: who, text, correlation: 'test' });
const decline = (who = alex) => declineOfferFor(world.deps, { team, offer: offerId(), user: who.user });
const notice = (author: PersonStanding, ts: string, channel = 'C1') =>
  noticeMessage(world.deps, {
    ...{ team, author, channel, ts, thread: ts, text: `gone ${ts}`, correlation: 'test' },
  });
const writes = (text: string, ts: string, author = alex, isSmallTalk = false) =>
  hearDirect(world.deps, {
    ...{ team, author, channel: 'D1', ts, text, isSmallTalk, correlation: 'test' },
  });

describe('an offer of help', () => {
  it('is one direct message to its author, however often it is made, and wakes nobody', async () => {
    expect(await Promise.all([offer(), offer(), offer()])).toEqual([
      'offered',
      'offered_before',
      'offered_before',
    ]);
    await world.pass(600_000);
    expect(world.sees('alex')).toEqual(['offer: worry, open']);
    expect(world.sees('mia')).toEqual([]);
    expect(world.store.allWords()).toEqual([]);
  });

  it('has a person asked after one press, with the words that were read just then', async () => {
    await offer();
    await world.work();
    expect(await accept()).toMatchObject({
      kind: 'opened',
      incident: { helpWanted: true, place: { kind: 'dm' } },
    });
    await world.work();
    expect(world.sees('mia')).toEqual([expect.stringContaining('ask: asked "the deploy looks wrong"')]);
    expect(world.sees('alex')[0]).toBe('offer: worry, accepted');
  });

  it('is answered once: a double press is one incident', async () => {
    await offer();
    const [one, two] = await Promise.all([accept(), accept()]);
    expect(two).toMatchObject({ kind: 'opened_before', incident: { id: one?.incident.id } });
    await world.work();
    expect(world.sees('mia')).toHaveLength(1);
  });

  it('is answered by nobody else', async () => {
    await offer();
    expect(await accept(people.mia)).toBeNull();
    expect(await decline(people.mia)).toBe(false);
    await world.work();
    expect(world.sees('alex')).toEqual(['offer: worry, open']);
  });

  it('becomes one line when it is nothing, and nobody hears of it', async () => {
    await offer();
    await world.work();
    expect(await decline()).toBe(true);
    expect(await decline()).toBe(true);
    await world.pass(600_000);
    expect(world.sees('alex')).toEqual(['offer: worry, declined']);
    expect(world.sees('mia')).toEqual([]);
  });

  it('goes on with what is open already', async () => {
    await offer();
    const { incident } = await world.open({ helpWanted: false, text: null });
    const accepted = await accept();
    expect(accepted).toMatchObject({ kind: 'has_open', incident: { id: incident.id, helpWanted: true } });
  });

  it('is answered when its author asks for help in another way', async () => {
    await offer();
    await world.work();
    await world.open();
    await world.work();
    expect(world.sees('alex')[0]).toBe('offer: worry, accepted');
  });

  it('keeps nothing when the database fails in between', async () => {
    await offer();
    world.store.failNextCommit(new Error('gone'));
    await expect(accept()).rejects.toThrow('gone');
    await world.work();
    expect(world.sees('alex')).toEqual(['offer: worry, open']);
    expect(world.sees('mia')).toEqual([]);
  });
});

describe('cries of several people in one channel', () => {
  it('are one incident; the second person is asked privately', async () => {
    const first = await notice(alex, '1.1');
    const [second, again] = [await notice(zoe, '1.2'), await notice(zoe, '1.2')];
    if (first.kind !== 'opened') throw new Error('the first is opened');
    expect([second, again]).toEqual([
      { kind: 'added', incident: first.incident.id },
      { kind: 'added', incident: first.incident.id },
    ]);
    const incident = await world.store.incident(team, first.incident.id);
    expect(incident?.others).toMatchObject([{ person: zoe.user }]);
    expect(world.store.allWords().map(({ owner, audience, text }) => [owner, audience, text])).toEqual([
      [alex.user, 'place', 'gone 1.1'],
      [zoe.user, 'place', 'gone 1.2'],
    ]);
    await world.work();
    expect(world.sees('U_ZOE')).toEqual(['offer: burst, open']);
    expect(world.sees('mia')).toEqual([]);
  });

  it('of twenty at once are one incident with nineteen voices', async () => {
    const crowd = Array.from({ length: 20 }, (_, n) => ({ ...zoe, user: `U_${n}` }));
    const noticed = await Promise.all(crowd.map((person, n) => notice(person, `1.${n}`)));
    expect(noticed.filter(({ kind }) => kind === 'opened')).toHaveLength(1);
    const [opened] = noticed;
    if (opened?.kind !== 'opened') throw new Error('the first is opened');
    expect((await world.store.incident(team, opened.incident.id))?.others).toHaveLength(19);
  });

  it('are apart in another channel, after ten minutes, and once the first is over', async () => {
    const first = await notice(alex, '1.1');
    expect((await notice(zoe, '2.1', 'C2')).kind).toBe('opened');
    await world.pass(601_000);
    expect((await notice({ ...zoe, user: 'U_YAN' }, '1.3')).kind).toBe('opened');
    expect(first.kind).toBe('opened');
  });

  it('open an incident of one’s own beside the first, when one wants', async () => {
    const first = await notice(alex, '1.1');
    await notice(zoe, '1.2');
    const own = await accept(zoe, 'gone 1.2');
    if (first.kind !== 'opened') throw new Error('the first is opened');
    expect(own?.incident).toMatchObject({
      ...{ engineer: zoe.user, place: { kind: 'dm' }, helpWanted: true },
      origin: { kind: 'offer', beside: first.incident.id },
    });
  });
});

describe('a message that was changed', () => {
  it('takes back the question about it', async () => {
    await offer();
    await world.work();
    await takeBackNotice(world.deps, { team, author: alex, channel: 'C1', ts: '1.1', correlation: 'test' });
    await world.work();
    expect(world.sees('alex')).toEqual(['offer: worry, withdrawn']);
  });

  it('takes back the line under it, so that silence wakes nobody', async () => {
    const noticed = await notice(alex, '1.1');
    await world.work();
    await takeBackNotice(world.deps, { team, author: alex, channel: 'C1', ts: '1.1', correlation: 'test' });
    await world.pass(600_000);
    expect(world.sees('C1')).toEqual([expect.stringContaining('card: dismissed')]);
    expect(world.sees('mia')).toEqual([]);
    expect(noticed.kind).toBe('opened');
  });

  it('changes nothing any more when help was asked for', async () => {
    const { incident } = await world.open({
      ...{ origin: { kind: 'panic_message', channel: 'C1', ts: '1.1' } },
    });
    await takeBackNotice(world.deps, { team, author: alex, channel: 'C1', ts: '1.1', correlation: 'test' });
    expect((await world.store.incident(team, incident.id))?.status).toBe('open');
  });

  it('has its private question taken back when it becomes a clear cry', async () => {
    await offer();
    await world.work();
    expect((await notice(alex, '1.1')).kind).toBe('opened');
    await world.work();
    expect(world.sees('alex')).toEqual(['offer: worry, withdrawn']);
  });
});

describe('words to Oops alone', () => {
  it('are answered with the question, one at a time', async () => {
    await writes('hello', '1.1');
    await writes('i think something is off', '1.2');
    await writes('i think something is off', '1.2');
    await world.work();
    expect(world.sees('alex')).toEqual(['offer: wrote, withdrawn', 'offer: wrote, open']);
  });

  it('are kept with the open incident, where helpers read them, and answered', async () => {
    await world.open();
    await world.work();
    await writes('it was the one in frankfurt', '1.1');
    await writes('it was the one in frankfurt', '1.1');
    await world.work();
    expect((await world.incident()).notes).toHaveLength(1);
    expect(world.store.allWords().at(-1)).toMatchObject({ audience: 'helpers' });
    expect(world.sees('alex').filter((text) => text === 'kept_words')).toHaveLength(1);
  });

  it('of thanks get one kind line after an incident, once', async () => {
    await world.open();
    await world.does('alex', { type: 'resolve' });
    await writes('thanks', '1.1', alex, true);
    await writes('thank you', '1.2', alex, true);
    await world.work();
    expect(world.sees('alex').filter((text) => text.startsWith('offer'))).toEqual([
      'offer: small_talk, open',
    ]);
  });

  it('of somebody who was asked to help, or of the manager, are answered with what to press', async () => {
    await world.open();
    await world.work();
    await writes('who is this?', '2.1', people.mia);
    await writes('what is going on?', '3.1', people.mona);
    await world.does('alex', {
      ...{ type: 'write_summary', manager: people.mona.user, words: 'w', timing: { kind: 'now' } },
    });
    await writes('what is going on?', '3.2', people.mona);
    await world.work();
    expect(world.sees('mia').at(-1)).toBe('offer: helper_wrote, open');
    expect(world.sees('mona')).toEqual(expect.arrayContaining(['offer: manager_wrote, open']));
  });
});
