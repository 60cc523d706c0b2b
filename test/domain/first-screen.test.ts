import { describe, expect, it } from '@jest/globals';
import { dueWakes } from '../../src/domain/due.ts';
import { idleFor } from '../../src/domain/first-screen.ts';
import { begin, nothing, told } from './support/story.ts';

const bare = () => begin({ helpWanted: false });
const leave = { type: 'leave_first_screen' } as const;
const idle = { type: 'wake', wake: { kind: 'idle_due' } } as const;

describe('a first screen on which nothing was asked', () => {
  it('has no card, and is looked at again after a minute', () => {
    const story = bare();
    expect([...story.messages().keys()]).toEqual([]);
    expect(dueWakes(story.incident())).toEqual([
      { key: 'idle', at: story.now() + idleFor, wake: { kind: 'idle_due' } },
    ]);
  });

  it.each([leave, idle])('has its card when it was left, once, and nobody is woken: %j', (command) => {
    const story = bare();
    const step = story.does(command === leave ? 'alex' : null, command);
    expect(told(step, 'place')).toEqual(['card']);
    expect(story.does('alex', leave)).toEqual(nothing);
    expect(story.does(null, idle)).toEqual(nothing);
    expect(dueWakes(story.incident())).toEqual([]);
    expect(story.incident().helpWanted).toBe(false);
  });

  it('has its card before anything else that is said, as soon as a person is asked for', () => {
    const story = bare();
    expect(story.does('alex', { type: 'want_help', more: false }).sent.map(({ key }) => key)).toEqual([
      'card',
      'ask:a1',
    ]);
    expect(story.does('alex', leave)).toEqual(nothing);
  });

  it('has its card as soon as something is answered', () => {
    const story = bare();
    const answer = { type: 'tell_happened', words: null, stillHappening: 'yes' } as const;
    expect(told(story.does('alex', answer), 'place')).toEqual(['card']);
  });

  it('is nobody else’s to leave', () => {
    expect(bare().does('mia', leave).rejected).toBe('not_allowed');
  });
});

it('is not what a cry for help begins with: its card is there at once', () => {
  const story = begin({
    ...{ helpWanted: false, origin: { kind: 'panic_message', channel: 'C1', ts: '1.1' } },
    place: { kind: 'thread', channel: 'C1', ts: '1.1' },
  });
  expect([...story.messages().keys()]).toEqual(['card']);
  expect(story.does('alex', leave)).toEqual(nothing);
});
