import { describe, expect, it } from '@jest/globals';
import { faultGroups, isFault, standingOf } from '../../../src/sandbox/page/faults/fault-choices.ts';
import { untilCleared } from '../../../src/sandbox/protocol/until-cleared.ts';
import { faultSchema } from '../../../src/sandbox/protocol.ts';

const choices = faultGroups('Oops').flatMap((group) => group.choices);

describe('the faults that are offered', () => {
  it.each(choices.map((each) => [each.title, each] as const))(
    'knows “%s” again, and no other',
    (_, choice) => {
      const active = faultSchema.parse(choice.fault);
      expect(choices.filter((each) => isFault(active, each.fault))).toEqual([choice]);
    },
  );

  it('cover every kind of fault that the sandbox has', () => {
    const kinds = new Set(faultSchema.options.map((option) => option.shape.fault.value));
    expect(new Set(choices.map((each) => each.fault.fault))).toEqual(kinds);
  });

  it('say how often one still happens, or that it stays', () => {
    const lost = { fault: 'lost_answer', method: 'chat.postMessage' } as const;
    const active = (times: number) => [faultSchema.parse({ ...lost, times })];
    expect(standingOf([], lost)).toBe('off');
    expect(standingOf([...active(1), ...active(2)], lost)).toBe(3);
    expect(standingOf(active(untilCleared - 5), lost)).toBe('lasting');
  });
});
