import { describe, expect, it } from '@jest/globals';
import { actionsIn, readAll, shown } from './support/reading.ts';
import { stateOf } from './support/states.ts';

const plan = stateOf('a plan with steps in every state');

const check = async (step: string, words: string, incident = plan, person = 'U_MIA') => {
  const message = await shown({ kind: 'step_check', step, words, person }, incident, 'restore the backup');
  return {
    text: readAll(message?.blocks),
    buttons: actionsIn(message?.blocks),
    json: JSON.stringify(message),
  };
};

describe('a step that a second person reads', () => {
  it('is shown with how sure its author is, and approved in exactly these words', async () => {
    const { text, buttons, json } = await check('s9', 'step');
    expect(text).toContain('> PLACEONLY restore the backup');
    expect(text).toContain('sure: 2 of 5 · not known whether it can be undone');
    expect(buttons).toEqual(['approve_step', 'question_step']);
    expect(json).toContain(
      JSON.stringify({ incident: plan.id, step: 's9', words: 'step' }).replaceAll('"', '\\"'),
    );
  });

  it.each([
    ['checked by this person', 's7', 'step', 'You have checked this step. They can start it.'],
    ['already done', 's2', 'step-2', 'This step does not wait any more.'],
    ['taken out', 's4', 'step-2', 'This step is not in the plan any more.'],
    [
      'written anew since',
      's9',
      'older words',
      'This step was written anew. There is a newer message about it.',
    ],
    ['written anew, and not waiting', 's7', 'older words', 'This step does not wait any more.'],
  ])('offers nothing to press when it was %s', async (_what, step, words, sentence) => {
    const { text, buttons } = await check(step, words);
    expect(text).toContain(sentence);
    expect(buttons).toEqual([]);
  });

  it('can still be approved by the one who would rather have changed it', async () => {
    const { text, buttons } = await check('s8', 'step-2');
    expect(text).toContain('They know that you would rather change it.');
    expect(buttons).toEqual(['approve_step', 'question_step']);
  });

  it('waits for nobody once it is over', async () => {
    expect((await check('s9', 'step', stateOf('over'))).buttons).toEqual([]);
  });
});
