import { describe, expect, it } from '@jest/globals';
import { begin, messageOf, nothing, told } from './support/story.ts';

const refused = { type: 'place_refused', reason: 'is_archived', channel: 'C1' } as const;
const thread = { kind: 'thread', channel: 'C1', ts: '1.1' } as const;

describe('a channel in which Oops may not write', () => {
  it('sends the incident to the engineer’s DM, with a card and the reason', () => {
    const story = begin({ place: thread });
    const step = story.does(null, refused);
    expect(story.incident().place).toEqual({ kind: 'dm' });
    expect(told(step, 'place')).toEqual(['place_moved', 'card']);
    expect(messageOf(step, 'place_moved')).toEqual({ kind: 'place_moved', from: 'C1', why: 'refused' });
  });

  it('is left once, however many messages were refused there', () => {
    const story = begin({ place: thread });
    story.does(null, refused);
    expect(story.does(null, refused)).toEqual(nothing);
  });

  it('is left also when it is over: the closing has to be read somewhere', () => {
    const story = begin({ place: thread });
    story.does('alex', { type: 'resolve' });
    expect(told(story.does(null, refused), 'place')).toEqual(['place_moved', 'card']);
  });

  it('changes nothing where the incident lives in the DM: there is no other place', () => {
    expect(begin().does(null, refused)).toEqual(nothing);
  });
});
