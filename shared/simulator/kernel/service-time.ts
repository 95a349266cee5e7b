import { drawExponential, drawLognormal } from './distributions.ts';
import type { RandomStream } from './random.ts';
import type { ServiceTime } from './station.ts';

/** Mean of a service time, in seconds. */
export function getMeanSeconds(time: ServiceTime): number {
  switch (time.distribution) {
    case 'hyperexponential':
      return time.branches.reduce((sum, branch) => sum + branch.probability * branch.meanSeconds, 0);
    case 'two-point':
      return time.probability * time.firstSeconds + (1 - time.probability) * time.secondSeconds;
    default:
      return time.meanSeconds;
  }
}

/** Variance over squared mean of a service time (0 deterministic, 1 exponential). */
export function getSquaredVariation(time: ServiceTime): number {
  const mean = getMeanSeconds(time);
  if (mean === 0) {
    return 0;
  }
  switch (time.distribution) {
    case 'deterministic':
      return 0;
    case 'exponential':
      return 1;
    case 'lognormal':
      return time.coefficientOfVariation ** 2;
    case 'hyperexponential': {
      const second = time.branches.reduce((sum, b) => sum + 2 * b.probability * b.meanSeconds ** 2, 0);
      return second / (mean * mean) - 1;
    }
    case 'two-point': {
      const second =
        time.probability * time.firstSeconds ** 2 + (1 - time.probability) * time.secondSeconds ** 2;
      return second / (mean * mean) - 1;
    }
  }
}

/** One service time in seconds. */
export function drawServiceTime(time: ServiceTime, random: RandomStream): number {
  switch (time.distribution) {
    case 'deterministic':
      return time.meanSeconds;
    case 'exponential':
      return drawExponential(random, time.meanSeconds);
    case 'lognormal':
      return drawLognormal(random, time.meanSeconds, time.coefficientOfVariation);
    case 'two-point':
      return random.next() < time.probability ? time.firstSeconds : time.secondSeconds;
    case 'hyperexponential': {
      let remaining = random.next();
      for (const branch of time.branches) {
        remaining -= branch.probability;
        if (remaining <= 0) {
          return drawExponential(random, branch.meanSeconds);
        }
      }
      return drawExponential(random, time.branches.at(-1)?.meanSeconds ?? 0);
    }
  }
}
