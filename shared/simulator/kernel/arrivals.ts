import type { ArrivalSpec } from './station.ts';

/** The cumulative curve of a piecewise-linear rate: records that arrive before a time, exactly. */
export class ArrivalCurve {
  private readonly times: Float64Array;
  private readonly rates: Float64Array;
  /** Records before each point. */
  private readonly sums: Float64Array;
  private readonly repeatSeconds: number;
  private readonly perCycle: number;
  private cursor = 0;
  private recordCursor = 0;

  constructor(spec: ArrivalSpec) {
    const points = spec.points.length > 0 ? spec.points : ([[0, 0]] as const);
    this.times = Float64Array.from(points, (point) => point[0]);
    this.rates = Float64Array.from(points, (point) => point[1]);
    this.sums = new Float64Array(points.length);
    // Before the first point the first rate holds.
    this.sums[0] = (this.times[0] as number) * (this.rates[0] as number);
    for (let i = 1; i < points.length; i++) {
      const width = (this.times[i] as number) - (this.times[i - 1] as number);
      const area = (width * ((this.rates[i] as number) + (this.rates[i - 1] as number))) / 2;
      this.sums[i] = (this.sums[i - 1] as number) + area;
    }
    this.repeatSeconds = spec.repeatSeconds ?? 0;
    this.perCycle = this.repeatSeconds > 0 ? this.getWithin(this.repeatSeconds) : 0;
  }

  /** Mean number of records in [0, seconds). */
  getCumulative(seconds: number): number {
    if (this.repeatSeconds <= 0 || seconds < this.repeatSeconds) {
      return this.getWithin(seconds);
    }
    const cycles = Math.floor(seconds / this.repeatSeconds);
    return cycles * this.perCycle + this.getWithin(seconds - cycles * this.repeatSeconds);
  }

  /** Until when the curve stays within `slack` records of a straight line from `seconds` on. */
  getEvenUntil(seconds: number, slack: number): number {
    const cycles = this.repeatSeconds > 0 ? Math.floor(seconds / this.repeatSeconds) : 0;
    const base = cycles * this.repeatSeconds;
    const within = seconds - base;
    const end = this.repeatSeconds > 0 ? base + this.repeatSeconds : Number.POSITIVE_INFINITY;
    const i = this.findPoint(within);
    const start = this.times[i] as number;
    if (within < start) {
      return Math.min(end, base + start);
    }
    if (i + 1 >= this.times.length) {
      return end;
    }
    const next = this.times[i + 1] as number;
    const slope = Math.abs(((this.rates[i + 1] as number) - (this.rates[i] as number)) / (next - start));
    // A parabola leaves its chord by slope · width² / 8.
    const width = slope > 0 ? Math.sqrt((8 * slack) / slope) : Number.POSITIVE_INFINITY;
    return Math.min(end, base + next, seconds + width);
  }

  /** Mean records per second at a time. */
  getRate(seconds: number): number {
    const within = this.repeatSeconds > 0 ? seconds % this.repeatSeconds : seconds;
    const i = this.findPoint(within);
    const rate = this.rates[i] as number;
    const start = this.times[i] as number;
    if (i + 1 >= this.times.length || within <= start) {
      return rate;
    }
    return (
      rate +
      (((this.rates[i + 1] as number) - rate) * (within - start)) / ((this.times[i + 1] as number) - start)
    );
  }

  /** Time at which the cumulative curve reaches `records`; Infinity when it never does. */
  getTimeOf(records: number): number {
    let base = 0;
    let rest = records;
    if (this.repeatSeconds > 0) {
      if (this.perCycle <= 0) {
        return Number.POSITIVE_INFINITY;
      }
      const cycles = Math.floor(records / this.perCycle);
      base = cycles * this.repeatSeconds;
      rest = records - cycles * this.perCycle;
    }
    return base + this.getTimeWithin(rest);
  }

  private getWithin(seconds: number): number {
    const i = this.findPoint(seconds);
    const start = this.times[i] as number;
    const rate = this.rates[i] as number;
    const elapsed = seconds - start;
    if (i + 1 >= this.times.length || elapsed <= 0) {
      return (this.sums[i] as number) + elapsed * rate;
    }
    const width = (this.times[i + 1] as number) - start;
    const slope = width > 0 ? ((this.rates[i + 1] as number) - rate) / width : 0;
    return (this.sums[i] as number) + elapsed * (rate + (slope * elapsed) / 2);
  }

  private getTimeWithin(records: number): number {
    let i = this.recordCursor;
    while (i > 0 && (this.sums[i] as number) > records) {
      i--;
    }
    while (i + 1 < this.sums.length && (this.sums[i + 1] as number) <= records) {
      i++;
    }
    this.recordCursor = i;
    const start = this.times[i] as number;
    const rate = this.rates[i] as number;
    const rest = records - (this.sums[i] as number);
    if (i + 1 >= this.times.length) {
      return rate > 0 ? start + rest / rate : rest > 0 ? Number.POSITIVE_INFINITY : start;
    }
    const width = (this.times[i + 1] as number) - start;
    const slope = width > 0 ? ((this.rates[i + 1] as number) - rate) / width : 0;
    // rest = rate·x + slope·x²/2, in the form that does not cancel for small slopes.
    const root = Math.sqrt(Math.max(0, rate * rate + 2 * slope * rest));
    const denominator = rate + root;
    return denominator > 0 ? start + (2 * rest) / denominator : start;
  }

  /** Last point at or before the time; queries mostly move forward, so search from the last answer. */
  private findPoint(seconds: number): number {
    let i = this.cursor;
    while (i > 0 && (this.times[i] as number) > seconds) {
      i--;
    }
    while (i + 1 < this.times.length && (this.times[i + 1] as number) <= seconds) {
      i++;
    }
    this.cursor = i;
    return i;
  }
}

/** Times at which the rate jumps or a burst falls, up to `untilSeconds` and at most `limit` of them. */
export function getJumpTimes(spec: ArrivalSpec, untilSeconds: number, limit: number): number[] {
  const jumps: number[] = [];
  for (let i = 1; i < spec.points.length; i++) {
    const [time] = spec.points[i] as readonly [number, number];
    if (time === spec.points[i - 1]?.[0]) {
      jumps.push(time);
    }
  }
  const repeat = spec.repeatSeconds ?? 0;
  const times: number[] = (spec.bursts ?? []).map((burst) => burst[0]);
  for (let base = 0; base < untilSeconds && times.length < limit; base += repeat) {
    for (const jump of jumps) {
      if (repeat === 0 || jump < repeat) {
        times.push(base + jump);
      }
    }
    if (repeat <= 0) {
      break;
    }
    times.push(base + repeat);
  }
  return times.filter((time) => time < untilSeconds).slice(0, limit);
}
