import { describe, expect, it } from '@jest/globals';
import { nobody } from '../../src/domain/ladder.ts';
import { noPolicy, type Policy } from '../../src/domain/policy.ts';
import { decline } from './support/ask-commands.ts';
import { people } from './support/people.ts';
import { askedIn, begin, nothing, refused, type Story, told } from './support/story.ts';

const { mia, ben, dora, mona, alex } = people;
const pool: Policy = { ...noPolicy, pool: [mona.user, alex.user, mia.user, dora.user, ben.user] };
const channel: Policy = { ...noPolicy, helpersChannel: 'C_HELP' };
const take = { type: 'take_ask' } as const;
const messages = (story: Story) => [...story.messages().values()];

describe('the pool', () => {
  it('is asked one after another when the directory names nobody', () => {
    const story = begin({ circle: nobody, policy: { ...pool, pool: [dora.user, ben.user] } });
    expect(askedIn(story)).toEqual([dora.user]);
    expect(askedIn(story.does('dora', decline('a1')))).toEqual([ben.user]);
  });

  it('comes after one’s own people; never twice, never the engineer or the manager', () => {
    const story = begin({ policy: pool });
    expect(story.incident().ladder.map(({ person }) => person)).toEqual([
      ...[mia.user, ben.user, people.cleo.user, dora.user],
    ]);
  });
});

describe('the helpers’ channel', () => {
  it('is asked once when nobody else is left, and the engineer can still name somebody', () => {
    const story = begin({ circle: nobody, policy: channel });
    const sent = messages(story).filter(({ destination }) => destination.to === 'channel');
    expect(sent.map(({ message }) => message)).toEqual([{ kind: 'channel_ask' }]);
    expect(messages(story).map(({ message }) => message.kind)).toContain('nobody_to_ask');
    story.wait(60_000);
    expect(story.does('alex', { type: 'want_help', more: true }).events).not.toContain('channel_asked');
  });

  it('is not asked while somebody is left on the ladder', () => {
    expect(begin({ policy: channel }).incident().channelAsked).toBeNull();
  });

  it('gives it to the first who says yes; the next reads that somebody is there', () => {
    const story = begin({ circle: nobody, policy: channel });
    const step = story.does('zoe', take);
    expect(told(step, 'place')).toEqual(['helper_came']);
    expect(told(step, 'zoe')).toEqual(['ask']);
    expect(story.incident().helpers).toEqual([people.zoe.user]);
    expect(story.does('zoe', take)).toEqual(nothing);
    expect(story.does('ada', take)).toEqual(refused('somebody_is_there'));
  });

  it.each([
    ['gus', 'not_allowed'],
    ['otto', 'not_allowed'],
    ['alex', 'not_allowed'],
    ['mona', 'helper_is_manager'],
  ] as const)('is not for %s: %s', (who, code) => {
    const story = begin({ circle: { ...nobody, manager: mona.user }, policy: channel });
    expect(story.does(who, take)).toEqual(refused(code));
  });

  it('is nothing to take where nobody was asked for', () => {
    expect(begin().does('zoe', take)).toEqual(refused('no_such_ask'));
  });

  it('tells the engineer when Slack did not take the message', () => {
    const story = begin({ circle: nobody, policy: channel });
    const step = story.does(null, { type: 'channel_ask_refused' });
    expect(told(step, 'alex')).toEqual(['channel_ask_refused']);
    expect(story.does(null, { type: 'channel_ask_refused' })).toEqual(nothing);
  });
});
