import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createCallPauses } from '../../../src/slack/call-pauses.ts';
import { createSlackCalls } from '../../../src/slack/calls.ts';
import { createSlackClients } from '../../../src/slack/clients.ts';
import {
  createProfiles,
  type Home,
  isOutsider,
  type Profiles,
} from '../../../src/slack/delivery/profiles.ts';
import { createPeople, type People, standingOf } from '../../../src/slack/people.ts';
import { readableLog } from './support/log-lines.ts';
import { ok, type StubSlack, startStubSlack } from './support/stub-slack.ts';

let slack: StubSlack;
let now = 0;
const { log } = readableLog();

beforeEach(async () => {
  now = 0;
  slack = await startStubSlack();
});
afterEach(() => slack.close());

const home: Home = { teamId: 'T1', enterpriseId: null };

function profilesHere(): Profiles {
  const deadlines = { person: 60_000, background: 60_000 };
  const clients = createSlackClients('xoxb-1', { apiUrl: slack.apiUrl, log, deadlines });
  const calls = createSlackCalls({ clients, pauses: createCallPauses(() => now), log, now: () => now });
  return createProfiles(calls, () => now);
}
const peopleAt = (glanceMs: number): People => createPeople(profilesHere(), home, glanceMs);

const user = (fields: object = {}) => ok({ user: { id: 'U1', name: 'ada', team_id: 'T1', ...fields } });
const patient = 60_000;

describe('a person whom Slack does not describe in time', () => {
  it('is unknown after a glance, and taken for an ordinary member', async () => {
    slack.on('users.info', 'silence');
    const people = peopleAt(1);
    expect(await people.facts('T1', 'U1')).toBeNull();
    expect(await standingOf(people, 'T1', 'U1')).toMatchObject({ guest: false, otherOrganisation: false });
  });

  it('is not asked about, or waited for, a second time while the first question is open', async () => {
    slack.on('users.info', 'silence');
    const people = peopleAt(1);
    await Promise.all([people.facts('T1', 'U1'), people.facts('T1', 'U1')]);
    await people.facts('T1', 'U1');
    await slack.until('the question has arrived', () => slack.calls.length > 0);
    expect(slack.calls).toHaveLength(1);
  });

  it('is who they were when they were last described', async () => {
    slack.on('users.info', user({ is_restricted: true }));
    const profiles = profilesHere();
    await profiles.person('U1');
    now += 60 * 60_000;
    slack.on('users.info', 'silence');
    expect((await createPeople(profiles, home, 1).facts('T1', 'U1'))?.isGuest).toBe(true);
  });

  it('is not said to have paused notifications', async () => {
    slack.on('dnd.info', 'silence');
    expect(await peopleAt(1).isPaused('T1', 'U1')).toBe(false);
  });
});

describe('a person whom Slack describes', () => {
  it('is asked about again when the answer has come', async () => {
    slack.on('users.info', user());
    const people = peopleAt(patient);
    expect(await people.facts('T1', 'U1')).toMatchObject({ user: 'U1', name: 'ada', isGuest: false });
    slack.on('dnd.info', ok({ snooze_enabled: true, snooze_endtime: 60 }));
    expect(await people.isPaused('T1', 'U1')).toBe(true);
    slack.on('dnd.info', ok({ snooze_enabled: false }));
    expect(await people.isPaused('T1', 'U1')).toBe(false);
  });
});

describe('a person of another organisation', () => {
  const described = async (fields: object) => {
    slack.on('users.info', user(fields));
    const outcome = await profilesHere().person('U1');
    if (!outcome.ok) throw new Error('not described');
    return outcome.value;
  };
  const grid: Home = { teamId: 'T1', enterpriseId: 'E1' };
  const of = (id: string) => ({ enterprise_user: { enterprise_id: id } });

  it('is one who shares a channel with us, though slack calls them no stranger', async () => {
    slack.on('users.info', user({ team_id: 'T2', is_stranger: false }));
    expect(await standingOf(peopleAt(patient), 'T1', 'U1')).toMatchObject({ otherOrganisation: true });
  });

  it.each([
    ['is one whom slack calls a stranger', { is_stranger: true }, home, true],
    ['is nobody of our workspace', {}, home, false],
    ['is nobody of whom slack does not say it', { team_id: null }, home, false],
    ['is nobody of another workspace of our enterprise', { team_id: 'T2', ...of('E1') }, grid, false],
    ['is nobody whose workspace is given as our enterprise', { team_id: 'E1' }, grid, false],
    ['is one of another enterprise', { team_id: 'T2', ...of('E2') }, grid, true],
    ['is one without an enterprise, where we have one', { team_id: 'T2' }, grid, true],
  ] as const)('%s', async (_name, fields, where, expected) => {
    expect(isOutsider(await described(fields), where)).toBe(expected);
  });
});
