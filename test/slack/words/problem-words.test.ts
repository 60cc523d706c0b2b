import { describe, expect, it } from '@jest/globals';
import { en } from '../../../src/slack/words/en.ts';
import { problemWords } from '../../../src/slack/words/problem-words.ts';

describe('the words for a problem', () => {
  const { sentence } = problemWords(en);
  const command = { kind: 'command', reference: '1tm3k9q-7xk2m', user: 'U1' } as const;
  const typed = 'the queue is &lt;empty&gt;, <@U2|ben> and <!channel> too';
  const given = '> the queue is &lt;empty&gt;, @ben and @channel too';

  it('give back what was typed behind a command, which pings nobody', () => {
    expect(sentence({ ...command, reason: 'too_slow', typed })).toBe(
      `${en.failures.commandNotSaved} ${en.failures.youWrote}\n${given}`,
    );
    expect(sentence({ ...command, reason: 'failed', typed })).toBe(
      `${en.failures.broken(command.reference)} ${en.failures.youWrote}\n${given}`,
    );
  });

  it('speak of no button where a command was typed', () => {
    expect(sentence({ ...command, reason: 'too_slow' })).toBe(en.failures.commandNotSaved);
    expect(sentence({ ...command, reason: 'too_slow' })).not.toContain('button');
  });

  it('speak of the button where one was pressed', () => {
    expect(sentence({ ...command, kind: 'click_in_message', reason: 'too_slow' })).toBe(en.failures.notSaved);
  });
});
