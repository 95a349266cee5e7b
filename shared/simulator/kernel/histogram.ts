import type { Distribution, TimeCounts } from './run.ts';

const SMALLEST = 2 ** -20;
const OCTAVES = 56;
/** A stretch over more bins than this is booked as so many equal points: later stretches even it out. */
const MOST_PARTS = 24;

/** Means of the eight equal parts of a unit exponential; their average is exactly 1. */
const EXPONENTIAL_POINTS = Array.from({ length: 8 }, (_, i) => {
  const rest = (k: number): number => (k >= 8 ? 0 : (1 - k / 8) * (1 - Math.log(1 - k / 8)));
  return (rest(i) - rest(i + 1)) * 8;
});

/** Exponential times of about equal means wait here for their points: a power of two of slots, by bin of the mean. */
const SLOTS = 64;

const floatView = new Float64Array(1);
const wordView = new Uint32Array(floatView.buffer);

/**
 * Mass over time in log-linear bins: `2^subBits` equal bins in each power of two from 2^-20 s up.
 * Mass is spread uniformly inside a bin when read, so a percentile is off by less than a bin
 * (1.6 % with 6 sub-bits). Histograms of equal `subBits` add up.
 */
export class Histogram {
  readonly subBits: number;
  /** Mass with (almost) no delay. */
  private zero = 0;
  private bins: Float64Array | undefined;
  private total = 0;
  private weighted = 0;
  private largest = 0;
  private pending: PendingExponentials | undefined;

  private readonly edges: Float64Array;

  constructor(subBits = 6) {
    this.subBits = subBits;
    this.edges = getEdges(subBits);
  }

  /** Total mass. */
  get mass(): number {
    return this.total;
  }

  /** Sum of mass × seconds. */
  get sum(): number {
    this.settle();
    return this.weighted;
  }

  get max(): number {
    this.settle();
    return this.largest;
  }

  /** True when all mass sits at zero. */
  get isZero(): boolean {
    this.settle();
    return this.largest === 0;
  }

  addZero(mass: number): void {
    this.zero += mass;
    this.total += mass;
  }

  addPoint(seconds: number, mass: number): void {
    this.total += mass;
    if (seconds < SMALLEST) {
      this.zero += mass;
      return;
    }
    this.weighted += mass * seconds;
    if (seconds > this.largest) {
      this.largest = seconds;
    }
    const bins = (this.bins ??= new Float64Array(OCTAVES << this.subBits));
    const bin = this.getBin(seconds);
    bins[bin] = (bins[bin] as number) + mass;
  }

  /** Mass spread evenly between two times. */
  addUniform(from: number, to: number, mass: number): void {
    const low = Math.max(0, Math.min(from, to));
    const high = Math.max(from, to, 0);
    if (high < SMALLEST) {
      this.addZero(mass);
      return;
    }
    this.total += mass;
    this.weighted += (mass * (low + high)) / 2;
    if (high > this.largest) {
      this.largest = high;
    }
    const bins = (this.bins ??= new Float64Array(OCTAVES << this.subBits));
    const lastBin = this.getBin(high);
    let bin = low < SMALLEST ? -1 : this.getBin(low);
    if (bin === lastBin) {
      bins[bin] = (bins[bin] as number) + mass;
      return;
    }
    if (bin < 0 || lastBin - bin > MOST_PARTS) {
      this.addParts(bins, low, (high - low) / MOST_PARTS, mass / MOST_PARTS);
      return;
    }
    const { edges } = this;
    const density = mass / (high - low);
    let position = low;
    let left = mass;
    while (bin < lastBin) {
      const edge = edges[++bin] as number;
      const part = Math.min(left, density * (edge - position));
      bins[bin - 1] = (bins[bin - 1] as number) + part;
      left -= part;
      position = edge;
    }
    bins[lastBin] = (bins[lastBin] as number) + left;
  }

  /**
   * Turns mass booked as zero into an exponential time, as eight points of equal mass. Masses whose
   * means share a bin get their points together, at the mean of their means, when the histogram is read.
   */
  moveZeroToExponential(mass: number, meanSeconds: number): void {
    const moved = Math.min(mass, this.zero);
    this.zero -= moved;
    const pending = (this.pending ??= new PendingExponentials());
    const bin = this.getBin(Math.max(SMALLEST, meanSeconds));
    const slot = bin & (SLOTS - 1);
    if (pending.bins[slot] !== bin) {
      this.settleSlot(pending, slot);
      pending.bins[slot] = bin;
    }
    pending.mass[slot] = (pending.mass[slot] as number) + moved;
    pending.weighted[slot] = (pending.weighted[slot] as number) + moved * meanSeconds;
  }

  /** Gives every pending mass its points. */
  private settle(): void {
    if (this.pending === undefined) {
      return;
    }
    for (let slot = 0; slot < SLOTS; slot++) {
      this.settleSlot(this.pending, slot);
    }
    this.pending = undefined;
  }

  private settleSlot(pending: PendingExponentials, slot: number): void {
    const mass = pending.mass[slot] as number;
    if (mass === 0) {
      return;
    }
    const meanSeconds = (pending.weighted[slot] as number) / mass;
    const part = mass / EXPONENTIAL_POINTS.length;
    this.total -= mass;
    for (const point of EXPONENTIAL_POINTS) {
      this.addPoint(point * meanSeconds, part);
    }
    pending.mass[slot] = 0;
    pending.weighted[slot] = 0;
  }

  /** Adds another histogram of the same resolution, each time later by `shiftSeconds`. */
  merge(other: Histogram, shiftSeconds = 0, factor = 1): void {
    other.forEach((low, high, mass) =>
      this.addUniform(low + shiftSeconds, high + shiftSeconds, mass * factor),
    );
  }

  /** Calls back with every bin that holds mass, in rising order. */
  forEach(visit: (low: number, high: number, mass: number) => void): void {
    this.settle();
    if (this.zero > 0) {
      visit(0, 0, this.zero);
    }
    if (this.bins === undefined) {
      return;
    }
    for (let bin = 0; bin < this.bins.length; bin++) {
      const mass = this.bins[bin] as number;
      if (mass > 0) {
        visit(this.edges[bin] as number, Math.min(this.edges[bin + 1] as number, this.largest), mass);
      }
    }
  }

  /** Time below which `share` (0–1) of the mass lies, in seconds; 0 when empty. */
  getPercentile(share: number): number {
    this.settle();
    const target = share * this.total;
    if (this.total <= 0 || this.bins === undefined || target <= this.zero) {
      return 0;
    }
    let sum = this.zero;
    for (let bin = 0; bin < this.bins.length; bin++) {
      const mass = this.bins[bin] as number;
      if (mass > 0 && sum + mass >= target) {
        const low = this.edges[bin] as number;
        const high = Math.min(this.edges[bin + 1] as number, this.largest);
        return low + (high - low) * ((target - sum) / mass);
      }
      sum += mass;
    }
    return this.largest;
  }

  getDistribution(): Distribution {
    this.settle();
    return {
      count: this.total,
      mean: this.total > 0 ? this.weighted / this.total : 0,
      p50: this.getPercentile(0.5),
      p90: this.getPercentile(0.9),
      p95: this.getPercentile(0.95),
      p99: this.getPercentile(0.99),
      p999: this.getPercentile(0.999),
      max: this.largest,
    };
  }

  /** The bins that hold mass, by their upper edges; empty stretches between them stand as bins without mass. */
  getCounts(): TimeCounts {
    const seconds: number[] = [];
    const records: number[] = [];
    this.forEach((low, high, mass) => {
      if (low > (seconds.at(-1) ?? 0)) {
        seconds.push(low);
        records.push(0);
      }
      seconds.push(high);
      records.push(mass);
    });
    return { seconds: Float64Array.from(seconds), records: Float64Array.from(records) };
  }

  private addParts(bins: Float64Array, low: number, width: number, mass: number): void {
    for (let i = 0; i < MOST_PARTS; i++) {
      const seconds = low + (i + 0.5) * width;
      if (seconds < SMALLEST) {
        this.zero += mass;
      } else {
        const bin = this.getBin(seconds);
        bins[bin] = (bins[bin] as number) + mass;
      }
    }
  }

  /** Exponent and leading mantissa bits of the float are the bin: no logarithm. */
  private getBin(seconds: number): number {
    floatView[0] = seconds;
    const bin = ((wordView[1] as number) >>> (20 - this.subBits)) - ((1023 - 20) << this.subBits);
    return Math.min(bin, (OCTAVES << this.subBits) - 1);
  }
}

/** Mass and mass × mean of exponential times, by slot. */
class PendingExponentials {
  readonly bins = new Int32Array(SLOTS).fill(-1);
  readonly mass = new Float64Array(SLOTS);
  readonly weighted = new Float64Array(SLOTS);
}

const edgeTables = new Map<number, Float64Array>();

/** Lower edges of all bins, and the upper edge of the last; shared by histograms of equal resolution. */
function getEdges(subBits: number): Float64Array {
  let edges = edgeTables.get(subBits);
  if (edges === undefined) {
    const size = OCTAVES << subBits;
    edges = new Float64Array(size + 1);
    for (let bin = 0; bin <= size; bin++) {
      const octave = bin >> subBits;
      const part = bin - (octave << subBits);
      edges[bin] = SMALLEST * 2 ** octave * (1 + part / (1 << subBits));
    }
    edgeTables.set(subBits, edges);
  }
  return edges;
}
