import { describe, expect, it } from 'vitest';
import { Histogram } from '../../../../shared/simulator/kernel/histogram.ts';

describe('Histogram', () => {
  it('keeps mass, mean and maximum exactly', () => {
    const histogram = new Histogram();
    histogram.addPoint(2, 3);
    histogram.addUniform(4, 6, 1);
    histogram.addZero(1);
    expect(histogram.getDistribution()).toMatchObject({
      count: 5,
      mean: (6 + 5) / 5,
      max: 6,
      p50: expect.any(Number),
    });
  });

  it.each([0.0003, 0.7, 19, 86_400])('finds percentiles of an even spread up to %d within 2 %%', (high) => {
    const histogram = new Histogram();
    for (let i = 0; i < 200; i++) {
      histogram.addUniform((i * high) / 200, ((i + 1) * high) / 200, 5);
    }
    for (const share of [0.5, 0.9, 0.99]) {
      expect(histogram.getPercentile(share) / (share * high)).toBeCloseTo(1, 1);
    }
  });

  it('adds up to the same as one histogram of everything', () => {
    const [a, b, all] = [new Histogram(), new Histogram(), new Histogram()];
    for (let i = 1; i <= 100; i++) {
      (i % 2 === 0 ? a : b).addPoint(i / 7, 1);
      all.addPoint(i / 7, 1);
    }
    a.merge(b);
    expect(a.mass).toBe(all.mass);
    expect(a.getPercentile(0.9) / all.getPercentile(0.9)).toBeCloseTo(1, 1);
  });

  it('turns zero mass into exponential times with the right mean', () => {
    const histogram = new Histogram();
    histogram.addZero(10);
    histogram.moveZeroToExponential(4, 3);
    expect(histogram.mass).toBeCloseTo(10, 12);
    expect(histogram.sum).toBeCloseTo(12, 9);
  });

  it('is empty without dividing by nothing', () => {
    expect(new Histogram().getDistribution()).toEqual({
      count: 0,
      mean: 0,
      p50: 0,
      p90: 0,
      p95: 0,
      p99: 0,
      p999: 0,
      max: 0,
    });
  });
});
