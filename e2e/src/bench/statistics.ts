/** What many samples of one thing come to. */
export interface Summary {
  n: number;
  median: number;
  p95: number;
  min: number;
  max: number;
}

/** Sums samples up, of which there must be one. The 95th percentile is the smallest sample that 95 % do not exceed. */
export function summarise(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  const n = sorted.length;
  const at = (rank: number) => sorted[rank - 1]!;
  const median = n % 2 === 1 ? at((n + 1) / 2) : (at(n / 2) + at(n / 2 + 1)) / 2;
  return { n, median, p95: at(Math.ceil(n * 0.95)), min: at(1), max: at(n) };
}
