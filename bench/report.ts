import { figuresOf } from './figures.ts';

/** What is measured, from the first to the last row. */
export const measures = {
  window: { what: '`/oops` until a window is open', unit: 'ms' },
  screen: { what: '`/oops` until the first screen stands in it', unit: 'ms' },
  reply: { what: 'a panic message until the reply under it', unit: 'ms' },
  mentor: { what: 'the first screen sent, until the mentor has a DM', unit: 'ms' },
  coldWindow: { what: 'the very first `/oops`: a window', unit: 'ms' },
  coldScreen: { what: 'the very first `/oops`: the first screen', unit: 'ms' },
  firstStart: { what: 'the first start ever, until connected', unit: 'ms' },
  start: { what: 'a later start, until connected', unit: 'ms' },
  memory: { what: 'memory at rest (RSS)', unit: 'MiB' },
  leastMemory: { what: 'the same, its garbage collected', unit: 'MiB' },
} as const;
export type Measure = keyof typeof measures;

/** What was measured of one app. */
export type Samples = Readonly<Partial<Record<Measure, readonly number[]>>>;

export type Measured = { readonly app: string; readonly samples: Samples };

export type Report = {
  readonly at: string;
  readonly machine: Readonly<Record<string, string | number>>;
  readonly counts: Readonly<Record<string, number>>;
  /** The floor, to which the others are compared, comes first. */
  readonly apps: readonly Measured[];
};

/** The report as a table in Markdown, which is plain enough for a terminal. */
export function tableOf({ at, machine, counts, apps }: Report): string {
  const [floor] = apps;
  const facts = Object.entries({ ...machine, ...counts }).map(([name, value]) => `${name}: ${value}`);
  const head = [
    'median / p99',
    ...apps.flatMap(({ app }, index) => (index === 0 ? [app] : [app, 'to the floor'])),
  ];
  const rows = Object.keys(measures).map((key) => {
    const measure = key as Measure;
    const { what, unit } = measures[measure];
    return [
      `${what}, ${unit}`,
      ...apps.flatMap(({ samples }, index) => {
        const cell = cellOf(samples[measure]);
        return index === 0 ? [cell] : [cell, ratioOf(samples[measure], floor?.samples[measure])];
      }),
    ];
  });
  return [at, ...facts, '', ...aligned([head, ...rows])].join('\n');
}

/** The report as data: every figure, and every sample in the order it was taken. */
export function jsonOf({ at, machine, counts, apps }: Report): string {
  const [floor] = apps;
  const measured = Object.entries(measures).map(([key, { what, unit }]) => ({
    measure: key,
    what,
    unit,
    apps: apps.flatMap(({ app, samples }) => {
      const own = samples[key as Measure] ?? [];
      const below = floor?.samples[key as Measure] ?? [];
      if (own.length === 0) return [];
      const figures = figuresOf(own);
      const ratio = below.length === 0 ? null : rounded(figures.median / figuresOf(below).median);
      return [{ app, figures: roundedAll(figures), ratio, samples: own.map(rounded) }];
    }),
  }));
  return JSON.stringify({ at, machine, counts, measured }, null, 1);
}

function cellOf(samples: readonly number[] = []): string {
  if (samples.length === 0) return '';
  const { count, median, p99, most } = figuresOf(samples);
  if (count === 1) return short(median);
  // Of a handful of samples there is no p99 but the worst.
  return count < 100 ? `${short(median)} / ${short(most)} of ${count}` : `${short(median)} / ${short(p99)}`;
}

function ratioOf(samples: readonly number[] = [], floor: readonly number[] = []): string {
  if (samples.length === 0 || floor.length === 0) return '';
  const [own, below] = [figuresOf(samples), figuresOf(floor)];
  const median = `${(own.median / below.median).toFixed(1)} ×`;
  return own.count < 100 ? median : `${median} / ${(own.p99 / below.p99).toFixed(1)} ×`;
}

const short = (value: number): string => (value < 100 ? value.toFixed(1) : value.toFixed(0));
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const roundedAll = (figures: object): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, rounded(Number(value))]));

function aligned([head = [], ...rows]: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), line(rule), ...rows.map(line)];
}
