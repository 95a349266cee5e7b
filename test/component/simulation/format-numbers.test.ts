import { describe, expect, it } from 'vitest';
import {
  formatClock,
  formatCount,
  formatPercent,
  formatSpan,
} from '../../../renderer/simulation/format-numbers.ts';
import { buildSparkline, getHeat, getPeak, readSeries } from '../../../renderer/simulation/series.ts';
import type { Series } from '../../../shared/simulator/kernel/run.ts';

describe('numbers', () => {
  it.each([
    [0, '0'],
    [0.01234, '0.0123'],
    [999, '999'],
    [9870, '9,870'],
    [12_345, '12.3k'],
    [4_560_000, '4.56M'],
    [2e9, '2G'],
  ])('%d reads %s', (value, text) => {
    expect(formatCount(value)).toBe(text);
  });

  it.each([
    [0, '0 s'],
    [0.0000123, '12.3 µs'],
    [0.045, '45 ms'],
    [3.456, '3.46 s'],
    [125, '2 min 5 s'],
    [3600, '1 h'],
    [4800, '1 h 20 min'],
    [200_000, '2.31 d'],
    [Number.POSITIVE_INFINITY, 'never ends'],
  ])('%d seconds read %s', (value, text) => {
    expect(formatSpan(value)).toBe(text);
  });

  it('show times as a clock', () => {
    expect(formatClock(3723.9)).toBe('01:02:03');
    expect(formatClock(90_061)).toBe('1d 01:01:01');
    expect(formatPercent(0.956)).toBe('96 %');
  });
});

describe('series', () => {
  const series: Series = {
    bucketSeconds: 10,
    mean: Float64Array.of(1, 2, 3),
    min: Float64Array.of(0, 1, 2),
    max: Float64Array.of(2, 9, 4),
  };

  it('read the bucket that holds a time, and the nearest beyond the ends', () => {
    expect([-5, 0, 9.9, 10, 29, 500].map((seconds) => readSeries(series, seconds))).toEqual([
      1, 1, 1, 2, 3, 3,
    ]);
    expect(getPeak(series)).toBe(9);
  });

  it('draw nothing but a base line when nothing happened', () => {
    const flat = { ...series, mean: new Float64Array(3), max: new Float64Array(3) };
    expect(buildSparkline(flat, 40, 20)).toBe('M0 20H40');
    expect(buildSparkline(series, 40, 20).startsWith('M0.0 ')).toBe(true);
  });

  it('turn hot at 70 and 90 percent', () => {
    expect([0.69, 0.7, 0.9].map(getHeat)).toEqual(['low', 'mid', 'high']);
  });
});
