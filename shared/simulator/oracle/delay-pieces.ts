import type { Curve, DelayPiece } from '../kernel/trace.ts';

/** Pieces of mass that arrived in [from, to), cut at the borders. */
export function selectArrivals(pieces: readonly DelayPiece[], from: number, to: number): DelayPiece[] {
  const selected: DelayPiece[] = [];
  for (const piece of pieces) {
    const width = piece.arrivedTo - piece.arrivedFrom;
    if (width <= 0) {
      if (piece.arrivedFrom >= from && piece.arrivedFrom < to) {
        selected.push(piece);
      }
      continue;
    }
    const low = Math.max(0, (from - piece.arrivedFrom) / width);
    const high = Math.min(1, (to - piece.arrivedFrom) / width);
    if (high > low) {
      const slope = piece.to - piece.from;
      selected.push({
        arrivedFrom: piece.arrivedFrom + low * width,
        arrivedTo: piece.arrivedFrom + high * width,
        from: piece.from + low * slope,
        to: piece.from + high * slope,
        records: piece.records * (high - low),
      });
    }
  }
  return selected;
}

/** Mass-weighted mean, maximum or percentile (share 0–1) of the delays, in seconds. */
export function getDelayStatistic(pieces: readonly DelayPiece[], statistic: 'mean' | 'max' | number): number {
  let mass = 0;
  let weighted = 0;
  let largest = 0;
  for (const piece of pieces) {
    mass += piece.records;
    weighted += (piece.records * (piece.from + piece.to)) / 2;
    largest = Math.max(largest, piece.from, piece.to);
  }
  if (statistic === 'mean') {
    return mass > 0 ? weighted / mass : 0;
  }
  return statistic === 'max' ? largest : getPercentile(pieces, statistic * mass, largest);
}

/** Delay below which the target mass lies: halving on the distribution function, which is exact. */
function getPercentile(pieces: readonly DelayPiece[], target: number, largest: number): number {
  let low = 0;
  let high = largest;
  for (let i = 0; i < 80 && high - low > 1e-12 * largest; i++) {
    const middle = (low + high) / 2;
    let below = 0;
    for (const piece of pieces) {
      const start = Math.min(piece.from, piece.to);
      const end = Math.max(piece.from, piece.to);
      if (middle >= end) {
        below += piece.records;
      } else if (middle > start) {
        below += (piece.records * (middle - start)) / (end - start);
      }
    }
    if (below >= target * (1 - 1e-12)) {
      high = middle;
    } else {
      low = middle;
    }
  }
  return high;
}

interface Stretch {
  from: number;
  to: number;
  records: number;
}

/** Delays between two cumulative curves of the same FIFO flow: the horizontal distance at each record. */
export function getDelaysBetween(arrivals: Curve, departures: Curve): DelayPiece[] {
  const ins = getStretches(arrivals);
  const outs = getStretches(departures);
  const pieces: DelayPiece[] = [];
  let i = 0;
  let j = 0;
  let usedIn = 0;
  let usedOut = 0;
  while (i < ins.length && j < outs.length) {
    const input = ins[i] as Stretch;
    const output = outs[j] as Stretch;
    const records = Math.min(input.records - usedIn, output.records - usedOut);
    const in0 = at(input, usedIn);
    const in1 = at(input, usedIn + records);
    const out0 = at(output, usedOut);
    const out1 = at(output, usedOut + records);
    pieces.push({ arrivedFrom: in0, arrivedTo: in1, from: out0 - in0, to: out1 - in1, records });
    usedIn += records;
    usedOut += records;
    if (usedIn >= input.records) {
      i++;
      usedIn = 0;
    }
    if (usedOut >= output.records) {
      j++;
      usedOut = 0;
    }
  }
  return pieces;
}

function at(stretch: Stretch, records: number): number {
  return stretch.from + (records / stretch.records) * (stretch.to - stretch.from);
}

function getStretches(curve: Curve): Stretch[] {
  const stretches: Stretch[] = [];
  let time = 0;
  let sum = 0;
  curve.seconds.forEach((seconds, i) => {
    const records = curve.records[i] as number;
    if (records > sum) {
      stretches.push({ from: time, to: seconds, records: records - sum });
    }
    time = seconds;
    sum = records;
  });
  return stretches;
}
