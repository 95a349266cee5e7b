/** How a figure is spread over the replications of one point. */
export interface Spread {
  mean: number;
  min: number;
  max: number;
  median: number;
  /** Middle 50, 80 and 95 % of the replications, `[low, high]`. */
  band50: [number, number];
  band80: [number, number];
  band95: [number, number];
  /** Half width of the 95 % confidence interval of the mean; null for a single run. */
  halfWidth: number | null;
  /**
   * Further runs, at the spread seen, until the interval is ± `precision` of the mean; 0 when it is
   * already, null when that cannot be said: a single run, or a mean of 0 with a spread.
   */
  moreRuns: number | null;
}

/** Spread of a figure; `values` in the order of the replications, at least one. */
export function getSpread(values: readonly number[], precision: number): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const deviation = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, count - 1),
  );
  const band = (share: number): [number, number] => [
    getQuantile(sorted, (1 - share) / 2),
    getQuantile(sorted, (1 + share) / 2),
  ];
  return {
    mean,
    min: sorted[0] ?? 0,
    max: sorted.at(-1) ?? 0,
    median: getQuantile(sorted, 0.5),
    band50: band(0.5),
    band80: band(0.8),
    band95: band(0.95),
    halfWidth: count < 2 ? null : (getStudentQuantile(count - 1) * deviation) / Math.sqrt(count),
    moreRuns: count < 2 ? null : getMoreRuns(count, mean, deviation, precision),
  };
}

/** Between the two neighbours in rank, in proportion (type 7 of Hyndman and Fan). */
export function getQuantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (place - below);
}

/** Smallest number of runs whose interval is narrow enough, less those there are. */
function getMoreRuns(count: number, mean: number, deviation: number, precision: number): number | null {
  const wanted = precision * Math.abs(mean);
  const isEnough = (runs: number): boolean =>
    getStudentQuantile(runs - 1) * deviation <= wanted * Math.sqrt(runs);
  if (isEnough(count)) return 0;
  if (wanted === 0) return null;
  // The normal quantile gives a lower bound; a few runs on top make up for Student's.
  let runs = Math.max(count + 1, Math.ceil((1.959964 * deviation) ** 2 / wanted ** 2));
  while (!isEnough(runs)) runs += 1;
  return runs - count;
}

/** Two-sided 95 % quantiles of Student's t for 1 to 8 degrees of freedom. */
const firstQuantiles = [12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004];

/** Two-sided 95 % quantile of Student's t, to four decimals (Cornish-Fisher beyond the table). */
export function getStudentQuantile(freedom: number): number {
  const known = firstQuantiles[freedom - 1];
  if (known !== undefined) return known;
  const z = 1.959963985;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, index) => sum + term / freedom ** (index + 1), z);
}
