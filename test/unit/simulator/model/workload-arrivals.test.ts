import { describe, expect, it } from 'vitest';
import type { Arrivals } from '../../../../shared/graph/design.ts';
import { ArrivalCurve } from '../../../../shared/simulator/kernel/arrivals.ts';
import { buildArrivals } from '../../../../shared/simulator/model/workload-arrivals.ts';
import { scaleArrivals, shiftArrivals } from '../../../../shared/simulator/model/shift-arrivals.ts';
import { getRates } from '../../../../shared/simulator/model/workload-rates.ts';

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
    ['weekly', { pattern: 'weekly', hourlyPerSecond: new Array<number>(168).fill(2) }, 1_209_600, 2_419_200],
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

  it('follows the weekday: Monday first, each hour of the week its own mean', () => {
    const hourlyPerSecond = Array.from({ length: 168 }, (_, hour) => (hour >= 120 ? 1 : 10));
    const curve = new ArrivalCurve(buildArrivals({ pattern: 'weekly', hourlyPerSecond }, 1e6, 1));
    expect(curve.getRate(86_400)).toBe(10);
    expect(curve.getRate(5 * 86_400 + 3600)).toBe(1);
    expect(curve.getRate(7 * 86_400)).toBe(10);
    expect(getRates({ pattern: 'weekly', hourlyPerSecond }).meanPerSecond).toBeCloseTo(
      (120 * 10 + 48) / 168,
      9,
    );
  });

  it('draws each hour around its mean with the stated spread, by seed', () => {
    const arrivals: Arrivals = { pattern: 'daily', hourlyPerSecond: new Array(24).fill(100), spread: [0.3] };
    const draw = (seed: number) =>
      buildArrivals(arrivals, 3600 * 20_000, 1, { seed, stream: 'w' }).points.map((point) => point[1]);
    const rates = draw(7);
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    const variance = rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / rates.length;
    expect(mean).toBeGreaterThan(99);
    expect(mean).toBeLessThan(101);
    expect(Math.sqrt(variance)).toBeGreaterThan(28.5);
    expect(Math.sqrt(variance)).toBeLessThan(31.5);
    expect(draw(7)).toEqual(rates);
    expect(draw(8)[5]).not.toBe(rates[5]);
    expect(getRates(arrivals).peakPerSecond).toBe(160);
  });

  it('gives each hour its own spread when there is one for each', () => {
    const spread = Array.from({ length: 24 }, (_, hour) => (hour === 3 ? 0.5 : 0));
    const { points } = buildArrivals(
      { pattern: 'daily', hourlyPerSecond: new Array(24).fill(10), spread },
      86_400,
      1,
    );
    expect(points.filter(([, rate]) => rate !== 10).map(([time]) => time)).toEqual([3 * 3600]);
  });

  it('reads counts per period as steps that keep every record', () => {
    const arrivals: Arrivals = {
      pattern: 'recorded',
      csv: '0,600\n60,1200\n120,0\n180,60',
      counts: 'per-period',
    };
    expect(getMass(arrivals, 1000)).toBeCloseTo(1860, 3);
    expect(getMass(arrivals, 60)).toBeCloseTo(600, 3);
  });
});

describe('shiftArrivals', () => {
  const getCounts = (arrivals: Arrivals, by: number, times: readonly number[]) => {
    const spec = buildArrivals(arrivals, 1e6, 1);
    const [early, late] = [new ArrivalCurve(spec), new ArrivalCurve(shiftArrivals(spec, by))];
    return times.map((time) => [
      early.getCumulative(time + 100) - early.getCumulative(time),
      late.getCumulative(time + by + 100) - late.getCumulative(time + by),
    ]);
  };

  it.each<[string, Arrivals, number]>([
    ['a ramp', { pattern: 'ramp', fromPerSecond: 1, toPerSecond: 9, rampSeconds: 500 }, 250],
    ['a day', { pattern: 'daily', hourlyPerSecond: Array.from({ length: 24 }, (_, hour) => hour) }, 5000],
    ['on and off', { pattern: 'bursty', onPerSecond: 8, onSeconds: 70, offPerSecond: 1, offSeconds: 40 }, 30],
    [
      'on and off, past a cycle',
      { pattern: 'bursty', onPerSecond: 8, onSeconds: 70, offPerSecond: 1, offSeconds: 40 },
      275,
    ],
    [
      'a whole cycle',
      { pattern: 'daily', hourlyPerSecond: Array.from({ length: 24 }, (_, hour) => hour) },
      86_400,
    ],
  ])('moves %s without changing it', (_name, arrivals, by) => {
    for (const [before, after] of getCounts(arrivals, by, [0, 90, 333, 5000, 86_350]))
      expect(after).toBeCloseTo(before ?? 0, 3);
  });

  it('moves files', () => {
    const spec = buildArrivals({ pattern: 'files', filesPerDay: 24, recordsPerFile: 10 }, 7200, 1);
    expect(scaleArrivals(shiftArrivals(spec, 60), 0.5).bursts).toEqual([
      [3660, 5],
      [7260, 5],
    ]);
  });
});
