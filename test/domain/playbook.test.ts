import { describe, expect, it } from '@jest/globals';
import { type Playbook, suggestPlaybooks } from '../../src/domain/playbook.ts';
import type { ImpactKind } from '../../src/domain/severity.ts';

function playbook(id: string, words: readonly string[], impact: readonly ImpactKind[] = []): Playbook {
  return {
    id,
    title: id,
    signs: { words, impact },
    stopFirst: [],
    doNotYet: [],
    evidence: [],
    options: [],
    steps: [],
    notes: '',
  };
}

const data = playbook('data', ['delet*', 'dropped', 'rm -rf', 'drop table', '削除'], ['data_lost']);
const deploy = playbook('deploy', ['deploy*', 'my pr'], ['unavailable', 'slow']);

function suggest(words: string, impactKinds: readonly ImpactKind[] = []) {
  return suggestPlaybooks([deploy, data], { words, impactKinds });
}

describe('suggestPlaybooks', () => {
  it('suggests nothing without a sign', () => {
    expect(suggest('good morning', ['unknown'])).toEqual([]);
  });

  it('gives each suggestion with its reasons', () => {
    expect(suggest('I dropped it, all deleted', ['data_lost'])).toEqual([
      {
        playbook: data,
        score: 7,
        reasons: [
          { kind: 'word', word: 'delet*' },
          { kind: 'word', word: 'dropped' },
          { kind: 'impact', impact: 'data_lost' },
        ],
      },
    ]);
  });

  it('puts what fits best first', () => {
    const ids = suggest('my PR deleted rows, drop table ran', ['unavailable']).map((s) => s.playbook.id);
    expect(ids).toEqual(['deploy', 'data']);
  });

  it('orders equals by id, whatever order they are given in', () => {
    expect(suggest('deleted by a deploy').map((s) => s.playbook.id)).toEqual(['data', 'deploy']);
  });

  it('matches whole words, and any ending only where a star stands', () => {
    expect(suggest('deployment')).toHaveLength(1);
    expect(suggest('redeploy my project')).toEqual([]);
    expect(suggest('droppeddd')).toEqual([]);
  });

  it('ignores case, punctuation, width and line breaks', () => {
    expect(suggest('Ｄｒｏｐ\n TABLE users;')).toHaveLength(1);
    expect(suggest('ran "rm -rf" there')).toHaveLength(1);
  });

  it('finds words in languages that write without spaces', () => {
    expect(suggest('本番を削除してしまいました')).toHaveLength(1);
  });

  it('does not count a long message as a better match', () => {
    expect(suggest('deleted dropped rm -rf drop table 削除')[0]?.score).toBe(6);
  });

  it('stays quick on very long words', () => {
    expect(suggest('delet '.repeat(20_000))).toHaveLength(1);
  });
});
