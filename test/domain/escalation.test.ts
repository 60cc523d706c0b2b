import { describe, expect, it } from '@jest/globals';
import type { Delivery, IncidentCommand } from '../../src/domain/commands.ts';
import type { SummaryTiming } from '../../src/domain/events.ts';
import { nobody } from '../../src/domain/ladder.ts';
import { type Name, people } from './support/people.ts';
import { begin, evening, minutes, nothing, refused, type Story, told } from './support/story.ts';

const write = (timing: SummaryTiming, words = 'w1', to: Name = 'mona'): IncidentCommand => ({
  ...{ type: 'write_summary', manager: people[to].user, words, timing },
});
const now: SummaryTiming = { kind: 'now' };
const at = (time: number): SummaryTiming => ({ kind: 'at', at: time });
const due: IncidentCommand = { type: 'wake', wake: { kind: 'summary_due' } };
const delivery = (outcome: Delivery): IncidentCommand => ({ type: 'summary_delivery', delivery: outcome });
const arrived = (paused = false) => delivery({ outcome: 'delivered', paused });
const bounced = delivery({ outcome: 'refused', reason: 'user_disabled' });
const seen: IncidentCommand = { type: 'mark_summary_seen' };
const state = (story: Story) => story.incident().summary?.state;

describe('the summary for the manager', () => {
  it('goes out at once when it is for now', () => {
    const story = begin();
    expect(told(story.does('alex', write(now)), 'mona')).toEqual(['summary']);
    expect(state(story)).toBe('sending');
  });

  it('waits for the time that was chosen', () => {
    const story = begin();
    const step = story.does('alex', write(at(evening + minutes(60))));
    expect(step.sent).toEqual([]);
    expect(step.effects).toContainEqual({
      ...{ kind: 'wake', key: 'summary', at: evening + minutes(60), wake: { kind: 'summary_due' } },
    });
    story.wait(minutes(60));
    expect(told(story.does(null, due), 'mona')).toEqual(['summary']);
  });

  it('is not sent by Oops when the engineer tells the manager themselves', () => {
    const story = begin();
    expect(story.does('alex', write({ kind: 'myself' })).sent).toEqual([]);
    story.wait(minutes(600));
    expect(story.does(null, due)).toEqual(nothing);
  });

  it('refuses a time that is past, or now', () => {
    expect(begin().does('alex', write(at(evening)))).toEqual(refused('time_is_past'));
    expect(begin().does('alex', write(at(evening - 1)))).toEqual(refused('time_is_past'));
  });

  it('refuses the engineer as their own manager', () => {
    expect(begin().does('alex', write(now, 'w1', 'alex'))).toEqual(refused('manager_is_engineer'));
  });

  it.each(['mia', 'mona', 'zoe', 'ada', 'gus', 'otto'] as const)('is not for %s to send', (who) => {
    expect(begin().does(who, write(now))).toEqual(refused('not_allowed'));
  });

  it('remembers the manager when the directory had none', () => {
    const step = begin({ circle: nobody }).does('alex', write(now));
    expect(step.effects).toContainEqual({
      ...{ kind: 'remember_manager', engineer: people.alex.user, person: people.mona.user },
    });
    expect(
      begin()
        .does('alex', write(now))
        .effects.map((effect) => effect.kind),
    ).not.toContain('remember_manager');
  });

  it('can be written anew until it is on its way, and the old time does nothing', () => {
    const story = begin();
    story.does('alex', write(at(evening + minutes(60)), 'w1'));
    story.does('alex', write(at(evening + minutes(90)), 'w2'));
    story.wait(minutes(60));
    expect(story.does(null, due)).toEqual(nothing);
    story.wait(minutes(30));
    expect(told(story.does(null, due), 'mona')).toEqual(['summary']);
    expect(story.incident().summary?.words).toBe('w2');
  });

  it.each([
    { when: 'it is on its way', after: [] },
    { when: 'it has arrived', after: [arrived()] },
  ])('stays as it is once $when', ({ after }) => {
    const story = begin();
    story.does('alex', write(now));
    for (const command of after) story.does(null, command);
    expect(story.does('alex', write(now, 'w2'))).toEqual(refused('already_told_manager'));
  });

  it('stays as it is once it was seen', () => {
    const story = begin();
    story.does('alex', write(now));
    story.does('mona', seen);
    expect(story.does('alex', write(now, 'w2'))).toEqual(refused('already_told_manager'));
  });

  it('is sent once when the timer wakes twice', () => {
    const story = begin();
    story.does('alex', write(at(evening + minutes(60))));
    story.wait(minutes(60));
    story.does(null, due);
    expect(story.does(null, due)).toEqual(nothing);
  });
});

describe('what became of the summary', () => {
  const sending = () => {
    const story = begin();
    story.does('alex', write(now));
    return story;
  };

  it('is honest about notifications that are off', () => {
    const story = sending();
    story.does(null, arrived(true));
    expect(story.incident().summary).toMatchObject({ state: 'delivered', paused: true });
  });

  it('tells the engineer when Slack refused it, and it can be sent to somebody else', () => {
    const story = sending();
    expect(told(story.does(null, bounced), 'alex')).toEqual(['summary_refused']);
    const step = story.does('alex', write(now, 'w2', 'dora'));
    expect(told(step, 'dora')).toEqual(['summary']);
    expect(story.incident().manager).toBe(people.dora.user);
  });

  it('changes nothing when it is heard twice', () => {
    const story = sending();
    story.does(null, arrived());
    expect(story.does(null, arrived())).toEqual(nothing);
    expect(story.does(null, bounced)).toEqual(nothing);
  });

  it('tells the engineer once that the manager has seen it', () => {
    const story = sending();
    story.does(null, arrived());
    expect(told(story.does('mona', seen), 'alex')).toEqual(['summary_seen']);
    expect(story.does('mona', seen)).toEqual(nothing);
  });

  it('may be seen before Slack confirms it', () => {
    const story = sending();
    expect(story.does('mona', seen).events).toEqual(['summary_seen']);
    story.does(null, arrived());
    expect(state(story)).toBe('seen');
  });

  it('may be seen by a manager who is also helping', () => {
    const story = begin();
    story.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'accept' });
    story.does('alex', write(now, 'w1', 'mia'));
    expect(story.does('mia', seen).events).toEqual(['summary_seen']);
  });

  it.each(['alex', 'mia', 'zoe'] as const)('is not for %s to mark as seen', (who) => {
    expect(sending().does(who, seen)).toEqual(refused('not_allowed'));
  });
});
