import { describe, expect, it } from '@jest/globals';
import { submissionKey } from '../../../src/slack/listeners/in-window.ts';

describe('what makes a submission count once', () => {
  const view = { id: 'V1', hash: '1.abc', values: { step: { step_text: 'stop the workers' } } };

  it('is the same when the same form is delivered again', () => {
    expect(submissionKey(structuredClone(view))).toBe(submissionKey(view));
  });

  it.each([
    ['another window', { id: 'V2' }],
    ['the window after a change of ours', { hash: '2.abc' }],
    ['other words in the same field', { values: { step: { step_text: 'stop all the workers' } } }],
    ['a field that was emptied', { values: { step: { step_text: null } } }],
  ])('differs for %s', (_what, change) => {
    expect(submissionKey({ ...view, ...change })).not.toBe(submissionKey(view));
  });

  it('holds no words, and stays short', () => {
    const key = submissionKey({ ...view, values: { step: { step_text: 'hunter2 '.repeat(500) } } });
    expect(key).not.toContain('hunter2');
    expect(key.length).toBeLessThan(80);
  });
});
