import type { RandomStream } from './random.ts';

/** Exponential time with the given mean. */
export function drawExponential(random: RandomStream, mean: number): number {
  return -mean * Math.log(random.next());
}

/** Standard normal deviate (Box–Muller, one of the pair). */
export function drawNormal(random: RandomStream): number {
  const radius = Math.sqrt(-2 * Math.log(random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}

/** Lognormal with the given mean and coefficient of variation (standard deviation over mean). */
export function drawLognormal(random: RandomStream, mean: number, coefficientOfVariation: number): number {
  const variance = Math.log1p(coefficientOfVariation * coefficientOfVariation);
  return mean * Math.exp(Math.sqrt(variance) * drawNormal(random) - variance / 2);
}

/** Whole number of events with the given mean; exact for every mean. */
export function drawPoisson(random: RandomStream, mean: number): number {
  if (!(mean > 0)) {
    return 0;
  }
  return mean < 10 ? drawSmallPoisson(random, mean) : drawLargePoisson(random, mean);
}

/** Inversion by sequential search: one draw, about `mean` additions. */
function drawSmallPoisson(random: RandomStream, mean: number): number {
  let remaining = random.next();
  let probability = Math.exp(-mean);
  let count = 0;
  while (remaining > probability && count < 200) {
    remaining -= probability;
    count++;
    probability *= mean / count;
  }
  return count;
}

/** Transformed rejection with squeeze (Hörmann 1993, PTRS): about 1.2 rounds whatever the mean. */
function drawLargePoisson(random: RandomStream, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const accept = 0.9277 - 3.6224 / (b - 2);
  const logMean = Math.log(mean);
  for (;;) {
    const u = random.next() - 0.5;
    const v = random.next();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= accept) {
      return k;
    }
    if (k < 0 || (us < 0.013 && v > us)) {
      continue;
    }
    const density = k * logMean - mean - getLogFactorial(k);
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= density) {
      return k;
    }
  }
}

/** ln n! by Stirling's series above 15, by the sum below. */
export function getLogFactorial(n: number): number {
  if (n < 16) {
    let product = 1;
    for (let i = 2; i <= n; i++) {
      product *= i;
    }
    return Math.log(product);
  }
  const x = n + 1;
  const inverse = 1 / x;
  const inverseSquare = inverse * inverse;
  const series = inverse * (1 / 12 - inverseSquare * (1 / 360 - inverseSquare * (1 / 1260)));
  return (x - 0.5) * Math.log(x) - x + 0.9189385332046727 + series;
}
