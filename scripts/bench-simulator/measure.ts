/** Middle of the values. */
export function getMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/**
 * Processor milliseconds of a call, collection of garbage and compilation included: unlike the time on
 * the wall they do not depend on what else the machine does.
 */
export function time(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Once all runs together have taken so long, what has been measured is enough. */
export const ENOUGH_MS = 60_000;

/** Medians of interleaved runs: every engine once, then every engine again; fewer rounds for long ones. */
export function interleave<T extends string>(
  runs: number,
  work: Record<T, () => unknown>,
): Record<T, number> {
  const names = Object.keys(work) as T[];
  const times = new Map<T, number[]>(names.map((name) => [name, []]));
  let total = 0;
  for (let run = 0; run < runs && total < ENOUGH_MS; run++) {
    for (const name of names) {
      const took = time(work[name]);
      total += took;
      times.get(name)?.push(took);
    }
  }
  return Object.fromEntries(names.map((name) => [name, getMedian(times.get(name) ?? [])])) as Record<
    T,
    number
  >;
}
