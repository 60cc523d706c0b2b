/** What many samples come to. */
export type Figures = {
  readonly count: number;
  readonly median: number;
  readonly p99: number;
  readonly most: number;
};

/** Nearest rank: every figure is a sample that was really taken. Refuses an empty list. */
export function figuresOf(samples: readonly number[]): Figures {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number => {
    const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
    if (found === undefined) throw new Error('there are no samples');
    return found;
  };
  return { count: sorted.length, median: at(0.5), p99: at(0.99), most: at(1) };
}
