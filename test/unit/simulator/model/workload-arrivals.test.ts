import { describe, expect, it } from 'vitest';
import type { Arrivals } from '../../../../shared/graph/design.ts';
import { ArrivalCurve } from '../../../../shared/simulator/kernel/arrivals.ts';
import { buildArrivals, getRates } from '../../../../shared/simulator/model/workload-arrivals.ts';

/** Records that arrive from 0 to `seconds`. */
function getMass(arrivals: Arrivals, seconds: number, factor = 1): number {
  const spec = buildArrivals(arrivals, seconds, factor);
  const curve = new ArrivalCurve(spec);
  const bursts = (spec.bursts ?? []).reduce(
    (sum, [time, records]) => sum + (time <= seconds ? records : 0),
    0,
  );
  return curve.getCumulative(seconds) + bursts;
}

describe('buildArrivals', () => {
  it.each<[string, Arrivals, number, number]>([
    ['constant', { pattern: 'constant', ratePerSecond: 10 }, 100, 1000],
    ['ramp', { pattern: 'ramp', fromPerSecond: 0, toPerSecond: 10, rampSeconds: 100 }, 200, 1500],
    ['step', { pattern: 'step', beforePerSecond: 1, afterPerSecond: 5, atSeconds: 50 }, 100, 300],
    [
      'spike',
      { pattern: 'spike', basePerSecond: 1, peakPerSecond: 11, atSeconds: 10, lengthSeconds: 10 },
      100,
      200,
    ],
    [
      'bursty',
      { pattern: 'bursty', onPerSecond: 10, onSeconds: 10, offPerSecond: 0, offSeconds: 10 },
      200,
      1000,
    ],
    ['daily', { pattern: 'daily', hourlyPerSecond: new Array(24).fill(2) }, 172_800, 345_600],
    ['files', { pattern: 'files', filesPerDay: 24, recordsPerFile: 100 }, 86_400, 2400],
    ['recorded', { pattern: 'recorded', csv: '0,10\n50,10\n100,20' }, 150, 10 * 50 + 15 * 50 + 20 * 50],
  ])('%s brings the records it says', (_name, arrivals, seconds, expected) => {
    expect(getMass(arrivals, seconds)).toBeCloseTo(expected, 2);
    expect(getMass(arrivals, seconds, 3)).toBeCloseTo(3 * expected, 2);
  });

  it('gives the mean and peak rates that sizing uses', () => {
    expect(
      getRates({ pattern: 'bursty', onPerSecond: 10, onSeconds: 1, offPerSecond: 0, offSeconds: 3 }),
    ).toEqual({
      meanPerSecond: 2.5,
      peakPerSecond: 10,
    });
    expect(getRates({ pattern: 'files', filesPerDay: 86_400, recordsPerFile: 7 }).meanPerSecond).toBe(7);
  });
});
