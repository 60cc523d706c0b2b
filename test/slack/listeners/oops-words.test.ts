import { describe, expect, it } from '@jest/globals';
import { oopsWordIn } from '../../../src/slack/listeners/oops-words.ts';

describe('what stands behind /oops', () => {
  it.each(['help', 'status', 'list', 'resolve', 'settings', 'practice'] as const)(
    'is the word %s when it stands alone, however it is typed',
    (word) => {
      for (const text of [word, word.toUpperCase(), `  ${word} `, `${word}!`, `${word}. `, `${word} ?!`]) {
        expect(oopsWordIn(text)).toEqual({ word });
      }
    },
  );

  it.each([
    'status page is down',
    'help me',
    'help i dropped the table',
    'list of users is gone',
    'resolve the outage please',
    'practice db is gone',
    'settings were overwritten',
    'handoff between the two services is broken',
    'handoff <@U0SAM> and the table is gone',
    'i need help',
    'helpstatus',
    '',
    '...',
  ])('is somebody asking for help: %s', (text) => {
    expect(oopsWordIn(text)).toBeNull();
  });

  it('names the person who is to go on', () => {
    for (const text of ['handoff <@U0SAM|sam>', 'Hand off to <@U0SAM>.', 'hand-off <@U0SAM>']) {
      expect(oopsWordIn(text)).toEqual({ word: 'handoff', person: 'U0SAM' });
    }
    expect(oopsWordIn('handoff')).toEqual({ word: 'handoff', person: null });
  });
});
