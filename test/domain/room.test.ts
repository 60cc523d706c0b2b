import { describe, expect, it } from '@jest/globals';
import { dueWakes } from '../../src/domain/due.ts';
import { roomTask } from '../../src/domain/room.ts';
import { people } from './support/people.ts';
import { begin, messageOf, minutes, nothing, type Step, type Story, told } from './support/story.ts';

const { alex, mia, ben } = people;
const thread = { kind: 'thread', channel: 'C1', ts: '1.1' } as const;
const accepts = { type: 'answer_ask', ask: 'a1', answer: 'accept' } as const;
const made = (story: Story, absent: readonly string[] = []): Step =>
  story.does(null, {
    ...{ type: 'room_made', channel: 'C9', form: 'channel', absent },
    people: [alex.user, ...story.incident().helpers].filter((person) => !absent.includes(person)),
  });
const wants = (step: Step) => step.effects.some(({ kind }) => kind === 'make_room');
const due = { type: 'wake', wake: { kind: 'room_due' } } as const;

function together(): Story {
  const story = begin();
  story.does('mia', accepts);
  made(story);
  return story;
}

/** Mia is there, and Ben, who was wanted as well. */
function three(story: Story): Step {
  story.wait(minutes(1));
  story.does('alex', { type: 'want_help', more: true });
  return story.does('ben', { ...accepts, ask: 'a2' });
}

describe('a private room', () => {
  it('is wanted when somebody comes to an incident that lives in a direct message', () => {
    const story = begin();
    expect(roomTask(story.incident())).toBeNull();
    expect(wants(story.does('mia', accepts))).toBe(true);
    expect(roomTask(story.incident())).toEqual({ kind: 'make', people: [alex.user, mia.user] });
  });

  it('is not made for an incident that lives in a thread', () => {
    const story = begin({ place: thread });
    expect(wants(story.does('mia', accepts))).toBe(false);
    expect(roomTask(story.incident())).toBeNull();
  });

  it('gets the card and says who can write there', () => {
    const story = begin();
    story.does('mia', accepts);
    const step = made(story);
    expect(story.incident().place).toEqual({ kind: 'room', channel: 'C9' });
    expect(told(step, 'place')).toEqual(['card', 'room_opened']);
    expect(step.sent[0]?.key).toBe(story.incident().card);
    expect(roomTask(story.incident())).toBeNull();
  });

  it('is made once, however often Slack is asked', () => {
    const story = together();
    expect(made(story)).toEqual(nothing);
  });

  it('is joined by whoever comes later', () => {
    const story = together();
    expect(wants(three(story))).toBe(true);
    expect(roomTask(story.incident())).toEqual({
      ...{ kind: 'invite', channel: 'C9', form: 'channel', people: [ben.user] },
    });
    story.does(null, { type: 'room_joined', people: [ben.user], absent: [] });
    expect(roomTask(story.incident())).toBeNull();
  });

  it('is left by a helper who cannot stay, and joined again when they come back', () => {
    const story = together();
    expect(wants(story.does('mia', { ...accepts, answer: 'decline' }))).toBe(true);
    expect(roomTask(story.incident())).toEqual({ kind: 'remove', channel: 'C9', people: [mia.user] });
    story.does(null, { type: 'room_left', people: [mia.user] });
    expect(roomTask(story.incident())).toBeNull();
    expect(wants(story.does('mia', accepts))).toBe(true);
    expect(roomTask(story.incident())).toMatchObject({ kind: 'invite', people: [mia.user] });
  });

  it('is not left by somebody who comes back in ten minutes', () => {
    const story = together();
    story.does('mia', { ...accepts, answer: 'later' });
    expect(roomTask(story.incident())).toBeNull();
  });

  it('adds somebody again who came back while they were taken out', () => {
    const story = together();
    story.does('mia', { ...accepts, answer: 'decline' });
    story.does('mia', accepts);
    expect(wants(story.does(null, { type: 'room_left', people: [mia.user] }))).toBe(true);
  });

  it('keeps everybody where it is a group message: nobody can be taken out of one', () => {
    const story = begin();
    story.does('mia', accepts);
    story.does(null, {
      ...{ type: 'room_made', channel: 'G1', form: 'group', people: [alex.user, mia.user], absent: [] },
    });
    story.does('mia', { ...accepts, answer: 'decline' });
    expect(roomTask(story.incident())).toBeNull();
  });

  it('sees to somebody who came while it was being made', () => {
    const story = begin();
    story.does('mia', accepts);
    three(story);
    const step = story.does(null, {
      ...{ type: 'room_made', channel: 'C9', form: 'channel', people: [alex.user, mia.user], absent: [] },
    });
    expect(wants(step)).toBe(true);
  });

  it('tells the engineer alone who could not be added, and does not try again', () => {
    const story = begin();
    story.does('mia', accepts);
    three(story);
    const step = made(story, [ben.user]);
    expect(told(step, 'alex')).toEqual(['room_without']);
    expect(told(step, 'place')).not.toContain('room_without');
    expect(roomTask(story.incident())).toBeNull();
  });

  it('is another one with one person more, where it is a group message', () => {
    const story = begin();
    story.does('mia', accepts);
    story.does(null, {
      ...{ type: 'room_made', channel: 'G1', form: 'group', people: [alex.user, mia.user], absent: [] },
    });
    three(story);
    const step = story.does(null, {
      ...{ type: 'room_made', channel: 'G2', form: 'group', absent: [] },
      people: [alex.user, mia.user, ben.user],
    });
    expect(story.incident().place).toEqual({ kind: 'room', channel: 'G2' });
    expect(told(step, 'place')).toEqual(['card', 'room_opened']);
  });

  it('is left for the DM when Oops cannot write there any more, and what people write is passed on', () => {
    const story = together();
    const step = story.does(null, { type: 'place_refused', reason: 'is_archived', channel: 'C9' });
    expect(story.incident()).toMatchObject({ place: { kind: 'dm' }, relayed: true, room: { state: 'gone' } });
    expect(told(step, 'place')).toEqual(['place_moved', 'card']);
    expect(told(step, 'mia')).toEqual(['relay_begun']);
    expect(roomTask(story.incident())).toBeNull();
  });
});

describe('the end of a room', () => {
  it.each(['resolve', 'dismiss'] as const)('is said on %s, and comes an hour later', (type) => {
    const story = together();
    const step = story.does('alex', { type });
    const at = story.now() + minutes(60);
    expect(messageOf(step, 'room_closing')).toEqual({ kind: 'room_closing', at });
    expect(dueWakes(story.incident())).toContainEqual({ key: 'room', at, wake: { kind: 'room_due' } });
    expect(story.does(null, due)).toEqual(nothing);
    story.wait(minutes(60));
    expect(wants(story.does(null, due))).toBe(true);
    expect(roomTask(story.incident())).toEqual({ kind: 'archive', channel: 'C9' });
    story.does(null, { type: 'room_archived', reason: null });
    expect(story.incident()).toMatchObject({ place: { kind: 'dm' }, room: { state: 'gone' } });
    expect(dueWakes(story.incident())).toEqual([]);
  });

  it('leaves a room in peace that Slack does not archive', () => {
    const story = together();
    story.does('alex', { type: 'resolve' });
    story.wait(minutes(60));
    story.does(null, due);
    story.does(null, { type: 'room_archived', reason: 'restricted_action' });
    expect(story.incident()).toMatchObject({ place: { kind: 'room' }, room: { state: 'kept' } });
    expect(roomTask(story.incident())).toBeNull();
    expect(dueWakes(story.incident())).toEqual([]);
  });

  it('does not come to a group message: it is the people’s own', () => {
    const story = begin();
    story.does('mia', accepts);
    story.does(null, {
      ...{ type: 'room_made', channel: 'G1', form: 'group', people: [alex.user, mia.user], absent: [] },
    });
    const step = story.does('alex', { type: 'resolve' });
    expect(messageOf(step, 'room_closing')).toBeUndefined();
    expect(dueWakes(story.incident())).toEqual([]);
  });

  it('comes also to one that was made when it was over already', () => {
    const story = begin();
    story.does('mia', accepts);
    story.does('alex', { type: 'resolve' });
    const step = made(story);
    expect(story.incident().place).toEqual({ kind: 'dm' });
    expect(step.sent.map(({ message }) => message.kind)).toEqual(['room_closing']);
    expect(dueWakes(story.incident())).toHaveLength(1);
  });
});

describe('where Slack allows no room', () => {
  function relayed(): Story {
    const story = begin();
    story.does('mia', accepts);
    story.does(null, { type: 'room_refused', reason: 'restricted_action' });
    return story;
  }

  it('tells everybody where to write', () => {
    const story = begin();
    story.does('mia', accepts);
    const step = story.does(null, { type: 'room_refused', reason: 'restricted_action' });
    expect(told(step, 'mia')).toEqual(['relay_begun']);
    expect(told(step, 'alex')).toEqual(['relay_begun']);
    expect(story.does(null, { type: 'room_refused', reason: 'restricted_action' })).toEqual(nothing);
  });

  it('passes on what one of them writes to the others, and not to who wrote it', () => {
    const story = relayed();
    three(story);
    const step = story.does('mia', { type: 'pass_on', words: 'w1', changed: false });
    expect(step.sent.map(({ destination }) => destination)).toEqual([
      { to: 'person', user: alex.user },
      { to: 'person', user: ben.user },
    ]);
  });

  it('tells who comes later, too, where to write', () => {
    expect(told(three(relayed()), 'ben')).toContain('relay_begun');
  });

  it('passes on nothing of somebody who is not with them, or when there is a room', () => {
    const pass = { type: 'pass_on', words: 'w1', changed: false } as const;
    expect(relayed().does('ben', pass).rejected).not.toBeNull();
    expect(together().does('mia', pass).rejected).toBe('not_relayed');
  });
});
