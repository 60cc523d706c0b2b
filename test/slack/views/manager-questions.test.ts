import { describe, expect, it } from '@jest/globals';
import { bossWindow } from '../../../src/slack/views/boss-window.ts';
import { answerQuestionWindow } from '../../../src/slack/views/manager-questions.ts';
import { actionsIn, readAll, readingFor, shown } from './support/reading.ts';
import { words } from './support/screens.ts';
import { stateOf } from './support/states.ts';

describe('the question in the engineer’s direct message', () => {
  it('names who asks, quotes it, and has Answer', async () => {
    const message = await shown(
      { kind: 'manager_question', question: 'q1' },
      stateOf('asked by the manager'),
      'Which data?',
    );
    expect(readAll(message?.blocks)).toContain('*<@U_MONA> has a question* · OOPS-42');
    expect(readAll(message?.blocks)).toContain('> MANAGERONLY Which data?');
    expect(actionsIn(message?.blocks)).toEqual(['answer_question']);
  });

  it('shows the answer instead of the button once there is one', async () => {
    const message = await shown(
      { kind: 'manager_question', question: 'q1' },
      stateOf('answered to the manager'),
    );
    expect(readAll(message?.blocks)).toContain('*You answered:*');
    expect(actionsIn(message?.blocks)).toEqual([]);
  });

  it('stands above the field where it is answered', async () => {
    const reading = await readingFor(stateOf('asked by the manager'), 'engineer', 'Which data?');
    const [asked] = reading.incident.questions;
    if (asked === undefined) throw new Error('nothing was asked');
    const view = answerQuestionWindow(reading, asked, words);
    expect(readAll(view.blocks)).toContain('> MANAGERONLY Which data?');
  });
});

describe('the manager’s messages', () => {
  it('show what was asked with its answer, or that there is none yet', async () => {
    const text = readAll((await shown({ kind: 'summary' }, stateOf('answered to the manager'), 'x'))?.blocks);
    expect(text).toContain('*You asked:*\n> MANAGERONLY x\n*Their answer:*\n> MANAGERONLY x');
    expect(text).toContain('They have your question.');
  });

  it('bring the answer with the question, and a way to ask on', async () => {
    const message = await shown(
      { kind: 'manager_answer', question: 'q1' },
      stateOf('answered to the manager'),
    );
    expect(readAll(message?.blocks)).toContain('*<@U_ALEX> has answered you* · OOPS-42');
    expect(actionsIn(message?.blocks)).toEqual(['ask_question']);
  });
});

describe('the text for the manager’s boss', () => {
  const textOf = async (state: string) => {
    const reading = await readingFor(stateOf(state), 'manager', 'i dropped it');
    const view = bossWindow({ ...reading, viewer: { ...reading.viewer, zone: 'Europe/Berlin' } }, words);
    const [block] = view.blocks;
    const field = block !== undefined && 'element' in block ? block.element : undefined;
    return field !== undefined && 'initial_value' in field ? (field.initial_value ?? '') : '';
  };

  it('has when it was first known, in their zone and UTC, what kind, how serious, and what comes next', async () => {
    expect(await textOf('everything told')).toBe(
      [
        'OOPS-42 is being worked on.',
        'First known: Tuesday 15 September 2026, 22:14 CEST (20:14 UTC).',
        'What kind: data is lost, something is slow.',
        'Severity: SEV1. That is the highest of four levels: many people or sensitive data may be affected.',
        'What is being done: A second person is helping. A plan is being made.',
        'Next update: when the severity or the status changes, and when it is over.',
      ].join('\n'),
    );
  });

  it('names nobody and repeats nothing that was typed', async () => {
    for (const state of ['everything told', 'over', 'answered to the manager', 'just opened']) {
      expect(await textOf(state)).not.toMatch(/U_|@|ONLY|dropped|Alex|Mia/);
    }
  });

  it('says when it is over that nothing more is to be done', async () => {
    expect(await textOf('over')).toContain('OOPS-42 is over.');
    expect(await textOf('over')).toContain('Next update: none is planned.');
  });
});
