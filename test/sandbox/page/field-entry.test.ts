import { describe, expect, it } from '@jest/globals';
import { createFieldEntry, type FieldValues } from '../../../src/sandbox/page/modal/field-entry.ts';
import { Unreachable } from '../../../src/sandbox/page/state/unreachable.ts';
import type { Outcome } from '../../../src/sandbox/protocol.ts';

/** A sandbox whose answers are given one by one. */
function heldSandbox() {
  const sent: FieldValues[] = [];
  const answers: { done(): void; lost(): void; refused(): void }[] = [];
  const send = (values: FieldValues) => {
    sent.push(values);
    return new Promise<Outcome>((resolve, reject) => {
      answers.push({
        done: () => resolve({ result: 'done' }),
        lost: () => reject(new Unreachable('away')),
        refused: () => resolve({ result: 'refused', error: 'view_not_found', text: 'Not open.' }),
      });
    });
  };
  return { sent, answer: (at: number) => answers[at], entry: createFieldEntry(send, () => {}) };
}

describe('what is entered in a form', () => {
  it('goes out one request at a time, later letters together', async () => {
    const { entry, sent, answer } = heldSandbox();
    entry.enter('a', 'x', false);
    entry.enter('a', 'xy', false);
    entry.enter('b', 'z', false);
    const settled = entry.settled();
    expect(sent).toEqual([{ a: 'x' }]);
    expect(entry.draft('a')).toBe('xy');
    answer(0)?.done();
    await Promise.resolve();
    await Promise.resolve();
    answer(1)?.done();
    await settled;
    expect(sent).toEqual([{ a: 'x' }, { a: 'xy', b: 'z' }]);
    expect(entry.draft('a')).toBeUndefined();
  });

  it('is kept when the sandbox is away, and sent again', async () => {
    const { entry, sent, answer } = heldSandbox();
    entry.enter('a', 'x', false);
    const settled = entry.settled();
    answer(0)?.lost();
    await expect(settled).rejects.toBeInstanceOf(Unreachable);
    expect([entry.draft('a'), entry.unsent()]).toEqual(['x', true]);
    entry.retry();
    const again = entry.settled();
    answer(1)?.done();
    await again;
    expect(sent).toEqual([{ a: 'x' }, { a: 'x' }]);
    expect([entry.draft('a'), entry.unsent()]).toEqual([undefined, false]);
  });

  it('stays to be seen when the sandbox does not take it', async () => {
    const { entry, answer } = heldSandbox();
    entry.enter('a', 'x', false);
    const settled = entry.settled();
    answer(0)?.refused();
    await settled;
    expect(entry.draft('a')).toBe('x');
  });
});
