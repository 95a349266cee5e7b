import { getJumpTimes } from '../arrivals.ts';
import type { FluidStation } from './fluid-station.ts';
import type { FluidSource } from './network.ts';

const MOST_CUTS = 20_000;
const NICE_STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600];

/** About 20,000 steps, but never coarser than 1 s for runs of up to a day: 0.2 s for an hour, 1 s for a day. */
export function chooseStep(durationSeconds: number): number {
  const wanted = Math.min(durationSeconds / 20_000, Math.max(1, durationSeconds / 86_400));
  return NICE_STEPS.find((step) => step >= wanted * (1 - 1e-9)) ?? wanted;
}

/** Instants known in advance at which a step must end: jumps and outages. Rising, without repeats. */
export function getCuts(
  sources: readonly FluidSource[],
  stations: readonly FluidStation[],
  durationSeconds: number,
): number[] {
  const cuts = sources.flatMap((source) => getJumpTimes(source.spec.arrivals, durationSeconds, MOST_CUTS));
  for (const station of stations) {
    for (const outage of station.spec.outages ?? []) {
      cuts.push(outage.fromSeconds, outage.toSeconds);
    }
  }
  const inside = cuts.filter((time) => time > 0 && time < durationSeconds).sort((a, b) => a - b);
  return inside.filter((time, i) => i === 0 || time - (inside[i - 1] as number) > 1e-9);
}
