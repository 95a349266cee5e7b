import { describe, expect, it } from 'vitest';
import {
  drawExponential,
  drawLognormal,
  drawNormal,
  drawPoisson,
  getLogFactorial,
} from '../../../../shared/simulator/kernel/distributions.ts';
import { RandomStream } from '../../../../shared/simulator/kernel/random.ts';

const DRAWS = 100_000;

function moments(draw: () => number): { mean: number; variance: number } {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < DRAWS; i++) {
    const value = draw();
    sum += value;
    squares += value * value;
  }
  return { mean: sum / DRAWS, variance: squares / DRAWS - (sum / DRAWS) ** 2 };
}

describe('RandomStream', () => {
  it('depends on seed, stream, step and index only', () => {
    const a = new RandomStream(7, 'a');
    a.seek(123);
    const [first, second] = [a.next(), a.next()];
    const again = new RandomStream(7, 'a');
    again.seek(5);
    again.next();
    again.seek(123);
    expect([again.next(), again.next()]).toEqual([first, second]);
    const others = [new RandomStream(8, 'a'), new RandomStream(7, 'b')].map((stream) => {
      stream.seek(123);
      return stream.next();
    });
    expect(others).not.toContain(first);
  });

  it('fills the open unit interval evenly', () => {
    const random = new RandomStream(1, 'uniform');
    const bins = new Array<number>(100).fill(0);
    for (let i = 0; i < DRAWS; i++) {
      const value = random.next();
      expect(value > 0 && value < 1).toBe(true);
      const bin = Math.floor(value * 100);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const chiSquare = bins.reduce((sum, count) => sum + (count - DRAWS / 100) ** 2 / (DRAWS / 100), 0);
    expect(chiSquare).toBeLessThan(160);
  });
});

describe('distributions', () => {
  const random = new RandomStream(3, 'moments');

  it.each([0.2, 3, 9.9, 10.5, 80, 1e5])('Poisson of mean %d has that mean and variance', (mean) => {
    const { mean: found, variance } = moments(() => drawPoisson(random, mean));
    expect(Math.abs(found - mean)).toBeLessThan(5 * Math.sqrt(mean / DRAWS));
    expect(variance / mean).toBeGreaterThan(0.97);
    expect(variance / mean).toBeLessThan(1.03);
  });

  it('Poisson of nothing is nothing', () => {
    expect(drawPoisson(random, 0)).toBe(0);
    expect(drawPoisson(random, Number.NaN)).toBe(0);
  });

  it('normal, exponential and lognormal have their moments', () => {
    const normal = moments(() => drawNormal(random));
    expect(normal.mean).toBeCloseTo(0, 1);
    expect(normal.variance).toBeCloseTo(1, 1);
    const exponential = moments(() => drawExponential(random, 2));
    expect(exponential.mean).toBeCloseTo(2, 1);
    const lognormal = moments(() => drawLognormal(random, 2, 0.5));
    expect(lognormal.mean).toBeCloseTo(2, 1);
    expect(Math.sqrt(lognormal.variance) / lognormal.mean).toBeCloseTo(0.5, 1);
  });

  it('factorials join at the change of method', () => {
    expect(getLogFactorial(5)).toBeCloseTo(Math.log(120), 12);
    expect(getLogFactorial(16) - getLogFactorial(15)).toBeCloseTo(Math.log(16), 10);
    expect(getLogFactorial(170)).toBeCloseTo(706.5730622457874, 9);
  });
});
