import { describe, expect, it } from '@jest/globals';
import { findPart } from '../../../src/domain/part.ts';
import { checkMessageBlocks } from '../../../src/sandbox/blocks/blocks.ts';
import {
  helpAnswer,
  listAnswer,
  nothingOpen,
  statusAnswer,
} from '../../../src/slack/views/command-answers.ts';
import { people } from '../../domain/support/people.ts';
import { actionsIn, onTheWire, readAll, readingFor } from './support/reading.ts';
import { words } from './support/screens.ts';
import { stateOf, states } from './support/states.ts';

const fits = (answer: { readonly blocks?: readonly object[] }) =>
  checkMessageBlocks(onTheWire(answer.blocks ?? []));

describe('what /oops answers', () => {
  it('is accepted by Slack at every moment of an incident', async () => {
    for (const incident of Object.values(states)) {
      const reading = await readingFor(incident, 'engineer', 'x'.repeat(5_000));
      expect(fits(statusAnswer(reading, words))).toEqual([]);
      const crowd = Array.from({ length: 60 }, () => ({ incident, part: 'helper' }) as const);
      expect(fits(listAnswer(crowd, words))).toEqual([]);
    }
    expect([...fits(helpAnswer(words)), ...fits(nothingOpen(words))]).toEqual([]);
  });

  it('has a way to a person for whoever asked for help with one word', () => {
    expect(actionsIn(helpAnswer(words).blocks)).toEqual(['home_get_person']);
    expect(actionsIn(nothingOpen(words).blocks)).toEqual(['home_get_person']);
  });

  it('leads a helper into the incident, and a manager to the summary only', () => {
    const incident = stateOf('summary delivered');
    expect(actionsIn(listAnswer([{ incident, part: 'asked' }], words).blocks)).toEqual(['continue']);
    const forManager = listAnswer([{ incident, part: 'manager' }], words);
    expect(actionsIn(forManager.blocks)).toEqual([]);
    expect(readAll(forManager.blocks)).toContain('wrote you a summary');
  });
});

describe('what somebody is to an incident', () => {
  it('is nothing for a manager who has not been told, and for anybody once it is over', () => {
    expect(findPart(stateOf('everything told'), people.mona.user)).toBeNull();
    expect(findPart(stateOf('summary for later'), people.mona.user)).toBeNull();
    expect(findPart(stateOf('summary delivered'), people.mona.user)).toBe('manager');
    expect(findPart(stateOf('over'), people.alex.user)).toBeNull();
  });

  it('is being asked, being there, or nothing at all', () => {
    expect(findPart(stateOf('asked'), people.mia.user)).toBe('asked');
    expect(findPart(stateOf('a helper came'), people.mia.user)).toBe('helper');
    expect(findPart(stateOf('everybody declined'), people.mia.user)).toBeNull();
    expect(findPart(stateOf('asked'), 'U_NOBODY')).toBeNull();
  });
});
