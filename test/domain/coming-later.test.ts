import { describe, expect, it } from '@jest/globals';
import type { IncidentCommand } from '../../src/domain/commands.ts';
import { dueWakes } from '../../src/domain/due.ts';
import { accept, arrived, decline, due } from './support/ask-commands.ts';
import { people } from './support/people.ts';
import { askedIn, begin, messageOf, minutes, nothing, type Story, told } from './support/story.ts';

const later = (ask: string): IncidentCommand => ({ type: 'answer_ask', ask, answer: 'later' });
const lateDue = (ask: string): IncidentCommand => ({ type: 'wake', wake: { kind: 'late_due', ask } });
const onlyMia = { mentor: people.mia.user, backups: [], manager: null };
const dueFor = (story: Story, key: string) => dueWakes(story.incident()).find((each) => each.key === key);

describe('a mentor who can come in ten minutes', () => {
  it('has the next one asked at once, and the engineer hears both', () => {
    const step = begin().does('mia', later('a1'));
    expect(askedIn(step)).toEqual([people.ben.user]);
    expect(told(step, 'alex')).toEqual(['help_later']);
    expect(messageOf(step, 'help_later')).toEqual({ kind: 'help_later', ask: 'a1', next: 'a2' });
  });

  it('says so once, however often it is pressed', () => {
    const story = begin();
    story.does('mia', later('a1'));
    expect(story.does('mia', later('a1'))).toEqual(nothing);
  });

  it('leaves the engineer a way to name somebody when nobody else is known', () => {
    const step = begin({ circle: onlyMia }).does('mia', later('a1'));
    expect(step.events).toEqual(['ask_postponed', 'ladder_exhausted']);
    expect(messageOf(step, 'help_later')).toMatchObject({ next: null });
  });

  it('asks nobody twice when the next one was asked already', () => {
    const story = begin();
    story.does(null, arrived('a1', true));
    expect(askedIn(story.does('mia', later('a1')))).toEqual([]);
    expect(story.incident().asks).toHaveLength(2);
  });

  it('is reminded after the ten minutes, once, when nobody is there', () => {
    const story = begin();
    story.does('mia', later('a1'));
    expect(dueFor(story, 'late:a1')).toMatchObject({ at: story.now() + minutes(10) });
    story.wait(minutes(10));
    expect(told(story.does(null, lateDue('a1')), 'mia')).toEqual(['late_reminder']);
    expect(dueFor(story, 'late:a1')).toBeUndefined();
    expect(story.does(null, lateDue('a1'))).toEqual(nothing);
  });

  it('is waited for anew after the reminder, and then the next one is asked', () => {
    const story = begin();
    story.does('mia', later('a1'));
    story.does('ben', decline('a2'));
    story.does('cleo', decline('a3'));
    story.wait(minutes(10));
    story.does(null, lateDue('a1'));
    expect(dueFor(story, 'ask:a1')).toMatchObject({ at: story.now() + minutes(2) });
    const step = story.does(null, due('a1'));
    expect(told(step, 'alex')).toEqual(['help_moved']);
  });

  it('is stood down kindly by somebody who came meanwhile, and not reminded', () => {
    const story = begin();
    story.does('mia', later('a1'));
    expect(told(story.does('ben', accept('a2')), 'mia')).toEqual(['relieved']);
    expect(dueFor(story, 'late:a1')).toBeUndefined();
    story.wait(minutes(10));
    expect(story.does(null, lateDue('a1'))).toEqual(nothing);
  });

  it('is asked after all when that helper has to leave later', () => {
    const story = begin();
    story.does('mia', later('a1'));
    story.does('ben', accept('a2'));
    story.wait(minutes(15));
    expect(told(story.does('ben', decline('a2')), 'mia')).toEqual(['late_reminder']);
  });

  it('comes with one press, before or after the time', () => {
    const story = begin();
    story.does('mia', later('a1'));
    expect(told(story.does('mia', accept('a1')), 'place')).toEqual(['helper_came']);
    expect(story.incident().helpers).toEqual([people.mia.user]);
  });

  it('is told when it is over before they came', () => {
    const story = begin();
    story.does(null, arrived('a1'));
    story.does('mia', later('a1'));
    expect(told(story.does('alex', { type: 'resolve' }), 'mia')).toEqual(['stood_down']);
    expect(story.does(null, lateDue('a1'))).toEqual(nothing);
  });
});
