import type { RecordSizes } from './design.ts';

/** Sizes of a workload's records; the schema's `undefined` members are allowed. */
export interface SizedWorkload {
  recordSizeBytes: number;
  recordSizes?: RecordSizes | undefined;
}

/** Records of about one size and their share of all records; shares sum to 1. */
export interface SizeClass {
  bytes: number;
  share: number;
}

const uniformClasses = 32;
/** Lognormal classes are this wide in standard deviations of the logarithm, and end this far out. */
const classWidth = 0.25;
const classReach = 4;

/** Mean record size, bytes: stated sizes win over the plain number. */
export function getMeanBytes({ recordSizeBytes, recordSizes }: SizedWorkload): number {
  if (recordSizes?.kind === 'uniform') return (recordSizes.minBytes + recordSizes.maxBytes) / 2;
  if (recordSizes?.kind !== 'listed') return recordSizeBytes;
  const total = recordSizes.sizes.reduce((sum, size) => sum + size.weight, 0);
  const mass = recordSizes.sizes.reduce((sum, size) => sum + size.weight * size.bytes, 0);
  return total > 0 ? mass / total : recordSizeBytes;
}

/**
 * Sizes as classes, smallest first, whose mean is the workload's. A listed size is a class of its own;
 * uniform and lognormal sizes are cut into bands, each with the mean of its band.
 */
export function getSizeClasses(workload: SizedWorkload): SizeClass[] {
  const { recordSizes } = workload;
  const mean = getMeanBytes(workload);
  switch (recordSizes?.kind) {
    case undefined:
      return [{ bytes: mean, share: 1 }];
    case 'uniform': {
      const width = (recordSizes.maxBytes - recordSizes.minBytes) / uniformClasses;
      if (!(width > 0)) return [{ bytes: mean, share: 1 }];
      return Array.from({ length: uniformClasses }, (_, index) => ({
        bytes: recordSizes.minBytes + (index + 0.5) * width,
        share: 1 / uniformClasses,
      }));
    }
    case 'lognormal':
      return getLognormalClasses(mean, recordSizes.coefficientOfVariation);
    case 'listed': {
      const total = recordSizes.sizes.reduce((sum, size) => sum + size.weight, 0);
      if (!(total > 0)) return [{ bytes: mean, share: 1 }];
      return recordSizes.sizes
        .filter((size) => size.weight > 0)
        .map((size) => ({ bytes: size.bytes, share: size.weight / total }))
        .sort((a, b) => a.bytes - b.bytes);
    }
  }
}

/** Largest record to expect, bytes; for lognormal sizes the mean of the topmost class. */
export function getLargestBytes(workload: SizedWorkload): number {
  if (workload.recordSizes?.kind === 'uniform') return workload.recordSizes.maxBytes;
  return getSizeClasses(workload).at(-1)?.bytes ?? workload.recordSizeBytes;
}

function getLognormalClasses(mean: number, coefficientOfVariation: number): SizeClass[] {
  if (!(coefficientOfVariation > 0)) return [{ bytes: mean, share: 1 }];
  const sigma = Math.sqrt(Math.log1p(coefficientOfVariation * coefficientOfVariation));
  const classes: SizeClass[] = [];
  // The mean's mass lies around `sigma`, the records' around 0: both must be covered.
  const count = Math.ceil((2 * classReach + sigma) / classWidth);
  for (let index = 0; index < count; index += 1) {
    const low = index === 0 ? Number.NEGATIVE_INFINITY : -classReach + index * classWidth;
    const high = index === count - 1 ? Number.POSITIVE_INFINITY : -classReach + (index + 1) * classWidth;
    const share = getNormalBetween(low, high);
    if (share <= 0) continue;
    classes.push({ bytes: (mean * getNormalBetween(low - sigma, high - sigma)) / share, share });
  }
  const shares = classes.reduce((sum, item) => sum + item.share, 0);
  const mass = classes.reduce((sum, item) => sum + item.share * item.bytes, 0);
  // The normal integral is good to 10⁻⁷; shares and mean are made exact.
  return classes.map((item) => ({
    bytes: (item.bytes * mean * shares) / mass,
    share: item.share / shares,
  }));
}

/** Probability that a standard normal lies between the bounds, without cancellation in either tail. */
function getNormalBetween(low: number, high: number): number {
  return low > 0 ? getUpperTail(low) - getUpperTail(high) : getUpperTail(-high) - getUpperTail(-low);
}

/** P(Z > z) by a Chebyshev fit of erfc, relative error below 1.2·10⁻⁷ everywhere. */
function getUpperTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  if (x === Number.POSITIVE_INFINITY) return z > 0 ? 0 : 1;
  const t = 1 / (1 + x / 2);
  const coefficients = [
    0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196,
    1.00002368, -1.26551223,
  ];
  const exponent = coefficients.reduce((sum, coefficient) => sum * t + coefficient, 0) - x * x;
  const erfc = t * Math.exp(exponent);
  return z >= 0 ? erfc / 2 : 1 - erfc / 2;
}
