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

/** Service time that the given share (0–1) of services does not exceed, in seconds. */
export function getServiceQuantile(time: ServiceTime, share: number): number {
  switch (time.distribution) {
    case 'deterministic':
      return time.meanSeconds;
    case 'exponential':
      return -time.meanSeconds * Math.log1p(-share);
    case 'lognormal': {
      const variance = Math.log1p(time.coefficientOfVariation ** 2);
      return time.meanSeconds * Math.exp(Math.sqrt(variance) * getNormalQuantile(share) - variance / 2);
    }
    case 'two-point': {
      const firstIsLess = time.firstSeconds <= time.secondSeconds;
      const lessShare = firstIsLess ? time.probability : 1 - time.probability;
      return share <= lessShare === firstIsLess ? time.firstSeconds : time.secondSeconds;
    }
    case 'hyperexponential': {
      let low = 0;
      let high = -Math.max(...time.branches.map((branch) => branch.meanSeconds)) * Math.log1p(-share);
      for (let i = 0; i < 60; i++) {
        const middle = (low + high) / 2;
        const over = time.branches.reduce(
          (sum, b) => sum + b.probability * Math.exp(-middle / b.meanSeconds),
          0,
        );
        if (over > 1 - share) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return high;
    }
  }
}

/** Standard normal quantile by rational approximation (Acklam), good to 1e-9 relative. */
function getNormalQuantile(share: number): number {
  if (share > 0.5) {
    return -getNormalQuantile(1 - share);
  }
  if (share < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(share));
    const top =
      ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) *
        q +
        4.374664141464968) *
        q +
      2.938163982698783;
    const bottom =
      (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) *
        q +
      1;
    return top / bottom;
  }
  const q = share - 0.5;
  const r = q * q;
  const top =
    (((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
    q;
  const bottom =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
    1;
  return top / bottom;
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
