import { describe, expect, it } from '@jest/globals';
import { openIncident } from '../../src/app/open-incident.ts';
import { StoreBusy } from '../../src/app/ports.ts';
import { people } from '../domain/support/people.ts';
import { makeWorld, team } from './support/world.ts';

describe('openIncident', () => {
  it('opens an incident, keeps the words and asks the mentor in one go', async () => {
    const { open, store } = await makeWorld();
    const opened = await open();
    expect(opened).toMatchObject({ kind: 'opened', incident: { number: 1, engineer: people.alex.user } });
    expect(store.allWords().map(({ text, audience }) => `${audience}: ${text}`)).toEqual([
      'helpers: i dropped the users table',
    ]);
    expect(store.messages().map(({ body, state }) => `${body.kind} ${state}`)).toEqual([
      'card queued',
      'ask queued',
    ]);
    expect(store.jobs().map((job) => job.task)).toEqual(['deliver', 'deliver', 'wake']);
  });

  it('opens one incident for a request that comes twice', async () => {
    const { open, store } = await makeWorld();
    const first = await open({ key: 'message:C1:1.1' });
    const again = await open({ key: 'message:C1:1.1' });
    expect(again).toEqual({ kind: 'opened_before', incident: first.incident });
    expect(store.messages()).toHaveLength(2);
  });

  it('opens one incident for two requests at the same moment', async () => {
    const { open } = await makeWorld();
    const kinds = (await Promise.all([open(), open()])).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['opened', 'opened_before']);
  });

  it('opens no second one while one is open: what is written goes to it, once', async () => {
    const { open, store } = await makeWorld();
    const first = await open();
    const second = await open({ key: 'second', text: 'it is getting worse' });
    expect(second).toMatchObject({ kind: 'has_open', incident: { id: first.incident.id } });
    await open({ key: 'second', text: 'it is getting worse' });
    expect(store.allWords().map(({ text }) => text)).toEqual([
      'i dropped the users table',
      'it is getting worse',
    ]);
  });

  it('asks a person when the open one had asked nobody, and takes the text for what happened', async () => {
    const { open, store } = await makeWorld();
    await open({ text: null, helpWanted: false });
    const again = await open({ key: 'second', text: 'i dropped the users table' });
    expect(again.incident.happened).toBe(store.allWords()[0]?.id);
    expect(again.incident.asks).toHaveLength(1);
  });

  it('opens a thread for a message that sounds like a cry for help, where nobody was asked in the open one', async () => {
    const { open } = await makeWorld();
    await open({ text: null, helpWanted: false });
    expect((await open({ key: 'second', helpWanted: false })).kind).toBe('opened');
  });

  it('wakes nobody for a message that was only noticed, and says where it is kept', async () => {
    const { open, store } = await makeWorld();
    await open();
    const again = await open({ key: 'second', text: 'oh no, and the replica', helpWanted: false });
    expect(again.incident.asks).toHaveLength(1);
    expect(store.messages().map(({ body }) => body.kind)).toContain('noticed_again');
  });

  it('opens a second one when the person said that it is something new', async () => {
    const { open } = await makeWorld();
    await open();
    const second = await open({ key: 'second', evenIfOpen: true });
    expect(second).toMatchObject({ kind: 'opened', incident: { number: 2 } });
  });

  it('opens a new one after the last is over', async () => {
    const { open, does } = await makeWorld();
    await open();
    await does('alex', { type: 'resolve' });
    expect((await open({ key: 'second' })).kind).toBe('opened');
  });

  it('keeps another person’s incident apart', async () => {
    const { open } = await makeWorld();
    await open();
    const other = await open({ key: 'second', engineer: people.zoe });
    expect(other).toMatchObject({ kind: 'opened', incident: { number: 2, engineer: people.zoe.user } });
  });

  it('masks secrets before anything is kept', async () => {
    const { open, store } = await makeWorld();
    await open({ text: 'I leaked password=hunter2-and-more and AKIAIOSFODNN7EXAMPLE' });
    const [kept] = store.allWords();
    expect(kept?.text).toContain('I leaked');
    expect(JSON.stringify(store.allWords())).not.toContain('hunter2');
    expect(JSON.stringify(store.allWords())).not.toContain('AKIAIOSFODNN7EXAMPLE');
  });

  it('keeps no word where nothing was written', async () => {
    const { open, store } = await makeWorld();
    const { incident } = await open({ text: null });
    expect(incident.happened).toBeNull();
    expect(store.allWords()).toEqual([]);
  });

  it('puts no word of anybody into events, messages or jobs', async () => {
    const { open, store, incident } = await makeWorld();
    await open({ text: 'i dropped the users table' });
    const rest = JSON.stringify([store.messages(), store.jobs(), await incident()]);
    expect(rest).not.toContain('dropped');
  });

  it('wakes nobody for a message that Oops only noticed, until two minutes of silence', async () => {
    const { open, sees, pass } = await makeWorld();
    await open({
      ...{ helpWanted: false, origin: { kind: 'panic_message', channel: 'C1', ts: '1.1' } },
      ...{ place: { kind: 'thread', channel: 'C1', ts: '1.1' }, audience: 'place' },
    });
    await pass(119_000);
    expect(sees('mia')).toEqual([]);
    await pass(1_000);
    expect(sees('mia')).toEqual(['ask: asked "i dropped the users table"']);
    expect(sees('C1')).toContain('help_asked');
  });

  it('saves nothing when the database is too slow, and the same request can come again', async () => {
    const { open, store } = await makeWorld();
    store.failNextCommit(new StoreBusy());
    await expect(open()).rejects.toThrow(StoreBusy);
    expect([store.allWords(), store.messages(), store.jobs()]).toEqual([[], [], []]);
    expect(await open()).toMatchObject({ kind: 'opened', incident: { number: 1 } });
  });

  it('numbers the incidents of each team for itself', async () => {
    const { open, deps } = await makeWorld();
    await open();
    const elsewhere = await openIncident(deps, {
      ...{ team: 'T2', engineer: people.alex, origin: { kind: 'global_shortcut' }, place: { kind: 'dm' } },
      ...{ text: null, audience: 'helpers', helpWanted: false, evenIfOpen: false, key: 'first' },
      correlation: 'test',
    });
    expect(elsewhere).toMatchObject({ kind: 'opened', incident: { number: 1 } });
    expect(await deps.store.openIncidentOf(team, people.alex.user)).not.toBe(elsewhere.incident.id);
  });
});
