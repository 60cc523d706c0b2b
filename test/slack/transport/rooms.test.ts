import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Rooms } from '../../../src/app/rooms.ts';
import { createCallPauses } from '../../../src/slack/call-pauses.ts';
import { createSlackCalls } from '../../../src/slack/calls.ts';
import { createSlackClients } from '../../../src/slack/clients.ts';
import { createRooms } from '../../../src/slack/delivery/rooms.ts';
import { readableLog } from './support/log-lines.ts';
import { ok, refused, type StubSlack, startStubSlack } from './support/stub-slack.ts';

const bot = 'U0BOT';
const name = 'oops-42-1a2b3c4d';
const listed = (...channels: readonly object[]) => ok({ channels });

describe('private rooms in Slack', () => {
  let slack: StubSlack;
  let rooms: Rooms;

  beforeEach(async () => {
    slack = await startStubSlack();
    const { log } = readableLog();
    const deadlines = { person: 5_000, background: 5_000 };
    const clients = createSlackClients('xoxb-1', { apiUrl: slack.apiUrl, log, deadlines });
    const calls = createSlackCalls({ clients, pauses: createCallPauses(Date.now), log, now: Date.now });
    rooms = createRooms({ calls, botUserId: bot, topic: 'Private.', purpose: 'A place for a few people.' });
    slack.on('conversations.create', ok({ channel: { id: 'C1' } }));
  });
  afterEach(() => slack.close());

  const called = (method: string) =>
    slack.calls.filter((call) => call.method === method).map(({ args }) => args);

  it('are private, and say what they are for', async () => {
    expect(await rooms.make('T1', name)).toEqual({ kind: 'made', channel: 'C1' });
    expect(called('conversations.create')).toEqual([expect.objectContaining({ name, is_private: 'true' })]);
    expect(called('conversations.setPurpose')).toEqual([
      expect.objectContaining({ channel: 'C1', purpose: 'A place for a few people.' }),
    ]);
  });

  it('are made all the same when Slack takes neither topic nor purpose', async () => {
    slack.on('conversations.setTopic', refused('restricted_action'));
    slack.on('conversations.setPurpose', refused('restricted_action'));
    expect(await rooms.make('T1', name)).toEqual({ kind: 'made', channel: 'C1' });
  });

  it('are found again by their name when the process died after making one', async () => {
    slack.on('conversations.create', refused('name_taken'));
    slack.on('conversations.list', (_call, nth) =>
      nth === 1
        ? ok({ channels: [], response_metadata: { next_cursor: 'more' } })
        : listed({ id: 'C7', name, creator: bot }),
    );
    expect(await rooms.make('T1', name)).toEqual({ kind: 'made', channel: 'C7' });
  });

  it('get another name when somebody else has theirs', async () => {
    slack.on('conversations.create', ({ args }) =>
      args.name === name ? refused('name_taken') : ok({ channel: { id: 'C2' } }),
    );
    slack.on('conversations.list', listed({ id: 'C7', name, creator: 'U0SOMEBODY' }));
    expect(await rooms.make('T1', name)).toEqual({ kind: 'made', channel: 'C2' });
    expect(called('conversations.create').map((args) => args.name)).toEqual([name, `${name}-2`]);
  });

  it('are not made where the workspace forbids it', async () => {
    slack.on('conversations.create', refused('restricted_action'));
    expect(await rooms.make('T1', name)).toEqual({ kind: 'refused', code: 'restricted_action' });
    expect(called('conversations.list')).toEqual([]);
  });

  it.each(['cant_invite', 'user_not_found', 'user_not_visible', 'ura_max_channels'])(
    'are without somebody who cannot be added (%s), and with the others',
    async (code) => {
      slack.on('conversations.invite', ({ args }) => (args.users === 'U1' ? refused(code) : ok()));
      expect(await rooms.invite('T1', 'C1', ['U1', 'U2'])).toEqual({ kind: 'invited', absent: ['U1'] });
      expect(called('conversations.invite').map(({ users }) => users)).toEqual(['U1', 'U2']);
    },
  );

  it('count somebody who is there already as added', async () => {
    slack.on('conversations.invite', refused('already_in_channel'));
    expect(await rooms.invite('T1', 'C1', ['U1'])).toEqual({ kind: 'invited', absent: [] });
  });

  it('invite nobody further when the channel itself refuses', async () => {
    slack.on('conversations.invite', refused('is_archived'));
    expect(await rooms.invite('T1', 'C1', ['U1', 'U2'])).toEqual({ kind: 'refused', code: 'is_archived' });
    expect(called('conversations.invite')).toHaveLength(1);
  });

  it('let somebody go who is not in them any more', async () => {
    slack.on('conversations.kick', refused('not_in_channel'));
    expect(await rooms.remove('T1', 'C1', 'U1')).toEqual({ kind: 'removed' });
    slack.on('conversations.kick', refused('restricted_action'));
    expect(await rooms.remove('T1', 'C1', 'U1')).toEqual({ kind: 'refused', code: 'restricted_action' });
  });

  it('are archived once, and say why not', async () => {
    slack.on('conversations.archive', refused('already_archived'));
    expect(await rooms.archive('T1', 'C1')).toEqual({ kind: 'archived' });
    slack.on('conversations.archive', refused('restricted_action'));
    expect(await rooms.archive('T1', 'C1')).toEqual({ kind: 'refused', code: 'restricted_action' });
  });

  it('are a group message of the same people, which may be refused for one whom Oops cannot see', async () => {
    slack.on('conversations.open', ok({ channel: { id: 'G1' } }));
    expect(await rooms.group('T1', ['U1', 'U2'])).toEqual({ kind: 'made', channel: 'G1' });
    slack.on('conversations.open', refused('user_not_visible'));
    expect(await rooms.group('T1', ['U1', 'U2'])).toEqual({ kind: 'refused', code: 'user_not_visible' });
  });
});
