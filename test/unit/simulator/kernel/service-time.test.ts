import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../shared/simulator/kernel/random.ts';
import {
  drawServiceTime,
  getMeanSeconds,
  getServiceQuantile,
  getSquaredVariation,
} from '../../../../shared/simulator/kernel/service-time.ts';
import type { ServiceTime } from '../../../../shared/simulator/kernel/station.ts';

const times: [string, ServiceTime][] = [
  ['deterministic', { distribution: 'deterministic', meanSeconds: 2 }],
  ['exponential', { distribution: 'exponential', meanSeconds: 2 }],
  ['lognormal', { distribution: 'lognormal', meanSeconds: 2, coefficientOfVariation: 0.7 }],
  [
    'hyperexponential',
    {
      distribution: 'hyperexponential',
      branches: [
        { probability: 0.2, meanSeconds: 6 },
        { probability: 0.8, meanSeconds: 1 },
      ],
    },
  ],
  ['two-point', { distribution: 'two-point', probability: 0.25, firstSeconds: 5, secondSeconds: 1 }],
];

describe.each(times)('%s service time', (_name, time) => {
  it('draws what its mean and variation say', () => {
    const random = new RandomStream(1, 'service');
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < 200_000; i++) {
      const seconds = drawServiceTime(time, random);
      sum += seconds;
      squares += seconds * seconds;
    }
    const mean = sum / 200_000;
    expect(mean / getMeanSeconds(time)).toBeCloseTo(1, 1);
    const variation = squares / 200_000 / mean ** 2 - 1;
    expect(Math.abs(variation - getSquaredVariation(time))).toBeLessThan(0.1);
  });

  it('has the quantiles of its draws', () => {
    const random = new RandomStream(2, 'service');
    const draws = Array.from({ length: 20_000 }, () => drawServiceTime(time, random)).sort((a, b) => a - b);
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(getServiceQuantile(time, share) / (draws[Math.floor(share * draws.length)] ?? 1)).toBeCloseTo(
        1,
        0,
      );
    }
  });
});
