import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { figuresOf } from '../../bench/figures.ts';
import { readOptions } from '../../bench/options.ts';
import { jsonOf, type Measure, measures, type Report, tableOf } from '../../bench/report.ts';

const document = readFileSync(new URL('../../docs/bench.md', import.meta.url), 'utf8');

const report: Report = {
  at: '2026-01-01T00:00:00.000Z',
  machine: { node: 'v20' },
  counts: { 'measured each': 200 },
  apps: [
    { app: 'bare', samples: { reply: samplesUpTo(200), coldWindow: [10, 20, 12] } },
    { app: 'Oops', samples: { reply: samplesUpTo(200).map((n) => n * 3), coldWindow: [30, 60, 36] } },
  ],
};

function samplesUpTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => count - index);
}

describe('the figures', () => {
  it('are samples that were taken, by nearest rank', () => {
    expect(figuresOf(samplesUpTo(300))).toEqual({ count: 300, median: 150, p99: 297, most: 300 });
    expect(figuresOf([7])).toEqual({ count: 1, median: 7, p99: 7, most: 7 });
  });

  it('are refused when nothing was measured', () => {
    expect(() => figuresOf([])).toThrow('there are no samples');
  });
});

describe('the table', () => {
  const rowOf = (measure: Measure) =>
    tableOf(report)
      .split('\n')
      .find((line) => line.includes(measures[measure].what))
      ?.split('|')
      .map((cell) => cell.trim())
      .slice(2, -1);

  it('compares each app with the first', () => {
    expect(rowOf('reply')).toEqual(['100 / 198', '300 / 594', '3.0 × / 3.0 ×']);
  });

  it('says how few there were where that is no p99', () => {
    expect(rowOf('coldWindow')).toEqual(['12.0 / 20.0 of 3', '36.0 / 60.0 of 3', '3.0 ×']);
  });

  it('leaves empty what was not measured', () => {
    expect(rowOf('memory')).toEqual(['', '', '']);
  });

  it('is kept in the documents with every row there is', () => {
    const missing = Object.values(measures).filter(({ what }) => !document.includes(`| ${what},`));
    expect(missing).toEqual([]);
  });
});

describe('the JSON', () => {
  it('has figures, ratio and samples of each app', () => {
    const { measured } = JSON.parse(jsonOf(report));
    const cold = measured.find((each: { measure: string }) => each.measure === 'coldWindow');
    expect(cold.apps[1]).toEqual({
      app: 'Oops',
      figures: { count: 3, median: 36, p99: 60, most: 60 },
      ratio: 3,
      samples: [30, 60, 36],
    });
  });
});

describe('the arguments', () => {
  it('are counts from one', () => {
    expect(readOptions([])).toMatchObject({ times: 300, postgres: false, json: false });
    expect(readOptions(['--times', '5', '--postgres'])).toMatchObject({ times: 5, postgres: true });
    expect(() => readOptions(['--times', 'many'])).toThrow('--times must be a whole number from 1.');
  });
});
