import { describe, expect, it } from 'vitest';
import {
  getQuantile,
  getSpread,
  getStudentQuantile,
} from '../../../../shared/simulator/experiments/statistics.ts';

describe('getStudentQuantile', () => {
  // Two-sided 95 % quantiles as printed in tables of the t distribution.
  it.each([
    [1, 12.7062],
    [2, 4.3027],
    [5, 2.5706],
    [9, 2.2622],
    [10, 2.2281],
    [20, 2.086],
    [30, 2.0423],
    [120, 1.9799],
  ])('of %i degrees of freedom is %f', (freedom, expected) => {
    expect(getStudentQuantile(freedom)).toBeCloseTo(expected, 3);
  });
});

describe('getSpread', () => {
  it('gives mean, bands and the interval of five values', () => {
    const spread = getSpread([4, 1, 3, 5, 2], 0.05);
    expect(spread).toMatchObject({ mean: 3, min: 1, max: 5, median: 3, band50: [2, 4] });
    expect(spread.band80[0]).toBeCloseTo(1.4, 12);
    expect(spread.band80[1]).toBeCloseTo(4.6, 12);
    // t(4) · √2.5 / √5
    expect(spread.halfWidth).toBeCloseTo((2.776445 * Math.sqrt(2.5)) / Math.sqrt(5), 9);
  });

  it('counts the runs that are missing, no more and no fewer', () => {
    const values = Array.from({ length: 10 }, (_, index) => 100 + (index % 2 === 0 ? 15 : -15));
    const deviation = Math.sqrt((10 * 225) / 9);
    const more = getSpread(values, 0.05).moreRuns ?? 0;
    const halfWidth = (runs: number): number => (getStudentQuantile(runs - 1) * deviation) / Math.sqrt(runs);
    expect(halfWidth(10 + more)).toBeLessThanOrEqual(5);
    expect(halfWidth(10 + more - 1)).toBeGreaterThan(5);
  });

  it('knows when there is nothing to say or to do', () => {
    expect(getSpread([7], 0.05)).toMatchObject({ mean: 7, band95: [7, 7], halfWidth: null, moreRuns: null });
    expect(getSpread([7, 7, 7], 0.05)).toMatchObject({ halfWidth: 0, moreRuns: 0 });
    expect(getSpread([0, 0], 0.05)).toMatchObject({ halfWidth: 0, moreRuns: 0 });
    expect(getSpread([-1, 1], 0.05)).toMatchObject({ mean: 0, moreRuns: null });
  });
});

describe('getQuantile', () => {
  it('lies between neighbours in rank', () => {
    expect(getQuantile([10, 20, 30, 40], 0)).toBe(10);
    expect(getQuantile([10, 20, 30, 40], 0.5)).toBe(25);
    expect(getQuantile([10, 20, 30, 40], 1)).toBe(40);
  });
});
