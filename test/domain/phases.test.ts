import { describe, expect, it } from '@jest/globals';
import {
  donePhases,
  followingScreen,
  nextScreen,
  phaseOf,
  phasesOf,
  previousScreen,
  screenAfter,
  screens,
} from '../../src/domain/phases.ts';
import { people } from './support/people.ts';
import { begin, type Story } from './support/story.ts';

const happened = (story: Story) =>
  story.does('alex', { type: 'tell_happened', words: 'w1', stillHappening: 'no' });
const impact = (story: Story) => story.does('alex', { type: 'tell_impact', affected: null, kinds: ['slow'] });
const reach = (story: Story) =>
  story.does('alex', {
    type: 'tell_reach',
    noticedBy: 'unknown',
    spreading: 'unknown',
    sensitive: 'unknown',
  });
const summary = (story: Story) =>
  story.does('alex', {
    ...{ type: 'write_summary', manager: people.mona.user, words: 'w2' },
    timing: { kind: 'now' },
  });

describe('the screens', () => {
  it('are walked through one after the other, there and back', () => {
    expect(screens.map(followingScreen)).toEqual(['impact', 'reach', 'escalation', 'fix', 'fix']);
    expect(screens.map(previousScreen)).toEqual([null, 'reassurance', 'impact', 'reach', 'escalation']);
  });

  it('are five, in four phases', () => {
    expect(screens.map(phaseOf)).toEqual(['reassurance', 'impact', 'impact', 'escalation', 'fix']);
  });

  it('are two for something small: neither its reach nor the manager is asked about', () => {
    const story = begin();
    happened(story);
    story.does('alex', { type: 'tell_impact', affected: null, kinds: ['none'] });
    expect(screenAfter(story.incident(), 'impact')).toBeNull();
    expect(phasesOf(story.incident())).toEqual(['reassurance', 'impact']);
    expect(nextScreen(story.incident())).toBe('fix');
  });

  it('go on where the questions are not answered yet', () => {
    const story = begin();
    expect(nextScreen(story.incident())).toBe('reassurance');
    happened(story);
    expect(nextScreen(story.incident())).toBe('impact');
    impact(story);
    expect(nextScreen(story.incident())).toBe('reach');
    reach(story);
    expect(nextScreen(story.incident())).toBe('escalation');
    summary(story);
    expect(nextScreen(story.incident())).toBe('fix');
  });

  it('begin at the first question although a sentence was written with the command', () => {
    expect(nextScreen(begin({ happened: 'w1' }).incident())).toBe('reassurance');
  });

  it('come back to the manager when the summary could not be delivered', () => {
    const story = begin();
    for (const tell of [happened, impact, reach, summary]) tell(story);
    story.does(null, { type: 'summary_delivery', delivery: { outcome: 'refused', reason: 'user_disabled' } });
    expect(nextScreen(story.incident())).toBe('escalation');
    expect([...donePhases(story.incident())]).toEqual(['reassurance', 'impact']);
  });
});

describe('the fix', () => {
  it('is done when every step that is left is done', () => {
    const story = begin();
    for (const words of ['w3', 'w4'])
      story.does('alex', { type: 'add_step', words, confidence: 5, undo: 'yes' });
    story.does('alex', { type: 'move_step', step: 's1', to: 'started' });
    story.does('alex', { type: 'move_step', step: 's1', to: 'done' });
    expect(donePhases(story.incident()).has('fix')).toBe(false);
    story.does('alex', { type: 'move_step', step: 's2', to: 'removed' });
    expect(donePhases(story.incident()).has('fix')).toBe(true);
  });
});
