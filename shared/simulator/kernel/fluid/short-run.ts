import type { BucketClock, SeriesGroup } from '../series.ts';
import { type FluidClock, floorRecords, partOfBytes } from './clock.ts';
import type { Flow } from './flow.ts';
import type { FluidStation } from './fluid-station.ts';
import type { FluidLink } from './network.ts';
import type { StationRecorder } from './station-recorder.ts';
import type { Tracers } from './tracers.ts';

const EPSILON = 1e-9;

/** A link that leaves the station, with its books. */
interface Way {
  link: FluidLink;
  flow: Flow;
  series: SeriesGroup;
  /** Dead letters do not flow while everything passes. */
  carriesOutput: boolean;
}

/** What a short run reads and writes beside its station. */
export interface ShortRunBooks {
  clock: FluidClock;
  buckets: BucketClock;
  tracers: Tracers;
  recorder: StationRecorder;
  /** Place of the station in the network. */
  place: number;
  inflows: readonly Flow[];
  ways: readonly Way[];
}

/**
 * Takes a station that has a cluster to itself from step to step while all that comes passes at once.
 * Books what the long way would book, to the bit, in some additions a step.
 */
export class ShortRun {
  /** Moment up to which the last `run` came. */
  reached = 0;
  private readonly station: FluidStation;
  private readonly books: ShortRunBooks;
  private readonly splits: boolean;
  private readonly outputs: number;

  constructor(station: FluidStation, books: ShortRunBooks) {
    this.station = station;
    this.books = books;
    this.splits = station.spec.fanOut === 'split';
    this.outputs = books.ways.filter((way) => way.carriesOutput).length;
  }

  /** Makes steps from one moment on, at most to another; returns how many, the flows stand behind the last. */
  run(from: number, to: number, firstStep: number): number {
    const { station, books } = this;
    const { clock, buckets, inflows, recorder, tracers, place } = books;
    const { nominal } = clock;
    let step = firstStep;
    let now = from;
    while (now < to - EPSILON) {
      const end = this.getCommonEnd(now);
      if (!(end > now) || end > to || end > (Math.floor((now + EPSILON) / nominal) + 1) * nominal + EPSILON) {
        break;
      }
      let records = 0;
      let bytes = 0;
      for (let i = 0; i < inflows.length; i++) {
        const flow = inflows[i] as Flow;
        records += flow.nextRecords;
        bytes += flow.nextBytes;
      }
      clock.start = now;
      clock.end = end;
      clock.dt = end - now;
      clock.step = step;
      station.inRecords = records;
      station.inBytes = bytes;
      if (!station.passAtOnce()) {
        station.inRecords = 0;
        station.inBytes = 0;
        break;
      }
      for (let i = 0; i < inflows.length; i++) {
        (inflows[i] as Flow).skip();
      }
      buckets.advance(now, end);
      recorder.recordShort(records, clock.dt);
      this.send();
      tracers.step(place, clock);
      step++;
      now = end;
    }
    this.reached = now;
    return step - firstStep;
  }

  /** End of the stretch that all inflows read next, when it is the same for all; else NaN. */
  private getCommonEnd(now: number): number {
    const { inflows } = this.books;
    let end = Number.NaN;
    for (let i = 0; i < inflows.length; i++) {
      const flow = inflows[i] as Flow;
      if (flow.start !== now || (i > 0 && flow.end !== end)) {
        return Number.NaN;
      }
      end = flow.end;
    }
    return end;
  }

  /** Puts the output of the step on the links, and books it. */
  private send(): void {
    const { books, station, splits, outputs } = this;
    const { clock, ways } = books;
    const { outRecords, outBytes } = station;
    const pace = 1 / clock.dt;
    let recordsLeft = outRecords;
    let bytesLeft = outBytes;
    let output = 0;
    for (let i = 0; i < ways.length; i++) {
      const { link, flow, series, carriesOutput } = ways[i] as Way;
      let part = 0;
      let partBytes = 0;
      if (carriesOutput) {
        part = recordsLeft;
        partBytes = bytesLeft;
        if (splits && ++output < outputs) {
          part = floorRecords(clock, outRecords * link.share);
          partBytes = partOfBytes(clock, part, outRecords, outBytes);
          recordsLeft -= part;
          bytesLeft -= partBytes;
        }
        link.records += part;
        link.bytes += partBytes;
      }
      flow.push(clock.start, clock.end, part, partBytes);
      series.startStep();
      series.addEven(0, part * pace);
      series.addEven(1, partBytes * pace);
    }
  }
}
