/** A cumulative curve: `records` have passed at `seconds`; linear between points, times never fall. */
export interface Curve {
  seconds: number[];
  records: number[];
}

/** Mass whose delay runs evenly from `from` to `to` seconds, for arrivals in [arrivedFrom, arrivedTo]. */
export interface DelayPiece {
  arrivedFrom: number;
  arrivedTo: number;
  from: number;
  to: number;
  records: number;
}

/** Everything that passed one station, unaggregated; only recorded for stations named in `RunOptions.trace`. */
export interface StationTrace {
  id: string;
  arrivals: Curve;
  /** What left the queue into service. */
  departures: Curve;
  /** What left the station. */
  output: Curve;
  expired: Curve;
  /** Refused by admission or by a busy station: new attempts only. */
  refused: Curve;
  deadLettered: Curve;
  backlog: Curve;
  /** In service, delay, runs or between attempts. */
  inFlight: Curve;
  units: Curve;
  /** Waiting plus constant service and delay. */
  delays: DelayPiece[];
  /** Time and records of each batch or run that left. */
  batches: Curve;
}

const emptyCurve = (): Curve => ({ seconds: [], records: [] });

/** Writes a station's trace while the run goes on. */
export class CurveRecorder {
  readonly trace: StationTrace;
  /** Seconds every record spends in service and delay on top of waiting. */
  fixedSeconds = 0;
  private outputSum = 0;

  constructor(id: string) {
    this.trace = {
      id,
      arrivals: emptyCurve(),
      departures: emptyCurve(),
      output: emptyCurve(),
      expired: emptyCurve(),
      refused: emptyCurve(),
      deadLettered: emptyCurve(),
      backlog: emptyCurve(),
      inFlight: emptyCurve(),
      units: emptyCurve(),
      delays: [],
      batches: emptyCurve(),
    };
  }

  addDelay(arrivedFrom: number, arrivedTo: number, from: number, to: number, records: number): void {
    const fixed = this.fixedSeconds;
    this.trace.delays.push({ arrivedFrom, arrivedTo, from: from + fixed, to: to + fixed, records });
  }

  addPoint(curve: Curve, seconds: number, records: number): void {
    curve.seconds.push(seconds);
    curve.records.push(records);
  }

  /** Mass that leaves evenly over [from, to]. */
  addOutput(from: number, to: number, records: number): void {
    this.addPoint(this.trace.output, from, this.outputSum);
    this.outputSum += records;
    this.addPoint(this.trace.output, to, this.outputSum);
  }
}

/** Value of a curve at a time, linear between points; the first value before it, the last after it. */
export function getCurveValue(curve: Curve, seconds: number): number {
  const { seconds: times, records } = curve;
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) <= seconds) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low === 0) {
    return records[0] ?? 0;
  }
  const before = records[low - 1] as number;
  if (low === times.length) {
    return before;
  }
  const start = times[low - 1] as number;
  const share = (seconds - start) / ((times[low] as number) - start);
  return before + share * ((records[low] as number) - before);
}

/** First time at which a rising curve reaches a value; Infinity when it does not. */
export function getCurveTime(curve: Curve, value: number): number {
  const { seconds, records } = curve;
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle] as number) < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low === records.length) {
    return Number.POSITIVE_INFINITY;
  }
  const at = seconds[low] as number;
  if (low === 0) {
    return at;
  }
  const below = records[low - 1] as number;
  const start = seconds[low - 1] as number;
  return start + ((value - below) / ((records[low] as number) - below)) * (at - start);
}
