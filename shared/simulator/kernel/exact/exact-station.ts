import { NetworkError } from '../network-error.ts';
import { RandomStream } from '../random.ts';
import type { Service, StationSpec } from '../station.ts';
import { BatchBuffer } from './batch-buffer.ts';
import { BulkServer } from './bulk-server.ts';
import { Delay, getLongestSampler, getMapSampler } from './delays.ts';
import { PeriodicRuns } from './periodic-runs.ts';
import { getSampler } from './sampler.ts';
import { type Loss, Servers } from './servers.ts';
import { Sharing } from './sharing.ts';
import type { Handler, Simulation, Stage } from './simulation.ts';
import type { StationMeter } from './station-meter.ts';
import { TokenGate } from './token-gate.ts';

/** What becomes of records besides the ways out. */
export interface StationExits {
  /** The record ends here. */
  end(record: number): void;
  /** Another record like this one. */
  copy(record: number): number;
}

/** Relative width of the window around a size asked for. */
const NEAR = 0.1;

/** The stages of one station, chained, with the station's meter around them. */
export class ExactStation implements Stage {
  readonly spec: StationSpec;
  readonly meter: StationMeter;
  /** The ways out, set once all stations exist. */
  output: (record: number) => void;
  deadLetter: (record: number) => void;
  private readonly simulation: Simulation;
  private readonly random: RandomStream;
  private readonly laneRandom: RandomStream;
  private readonly failureRandom: RandomStream;
  private readonly gainRandom: RandomStream;
  private readonly laneSums: Float64Array;
  /** All lanes have the same share: no search. */
  private readonly hasEvenLanes: boolean;
  private readonly first: Stage;
  private readonly exits: StationExits;
  private readonly nearSize: number;

  constructor(
    simulation: Simulation,
    spec: StationSpec,
    meter: StationMeter,
    exits: StationExits,
    options: { seed: number; nearSize?: number | undefined },
  ) {
    this.simulation = simulation;
    this.spec = spec;
    this.meter = meter;
    this.exits = exits;
    this.output = (record) => exits.end(record);
    this.deadLetter = this.output;
    this.random = new RandomStream(options.seed, `service:${spec.id}`);
    this.laneRandom = new RandomStream(options.seed, `lane:${spec.id}`);
    this.gainRandom = new RandomStream(options.seed, `gain:${spec.id}`);
    this.failureRandom = new RandomStream(options.seed, `failure:${spec.id}`);
    this.nearSize = options.nearSize ?? Number.NaN;
    checkCovered(spec);
    const lanes = spec.lanes ?? 1;
    this.laneSums = new Float64Array(lanes);
    this.hasEvenLanes = spec.laneShares === undefined;
    let sum = 0;
    for (let lane = 0; lane < lanes; lane++) {
      sum += spec.laneShares?.[lane] ?? 1 / lanes;
      this.laneSums[lane] = sum;
    }
    this.first = this.buildStages(lanes);
  }

  enter(record: number): void {
    const { records, now } = this.simulation;
    records.entered[record] = now;
    records.waited[record] = 0;
    records.attempts[record] = 0;
    records.lane[record] = this.laneSums.length === 1 ? 0 : this.chooseLane();
    this.meter.arrive(now, records.counted[record] as number);
    this.first.enter(record);
  }

  private chooseLane(): number {
    const draw = this.laneRandom.next();
    if (this.hasEvenLanes) {
      return Math.floor(draw * this.laneSums.length);
    }
    let low = 0;
    let high = this.laneSums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.laneSums[middle] as number) <= draw) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Built from the last stage to the first: each knows its successor. */
  private buildStages(lanes: number): Stage {
    const { simulation, spec } = this;
    const { probe } = this.meter;
    let stage: Stage = { enter: (record) => this.leave(record) };
    if ((spec.delaySeconds ?? 0) > 0) {
      const seconds = spec.delaySeconds ?? 0;
      stage = new Delay(simulation, () => seconds, stage);
    }
    if (spec.job !== undefined) {
      stage = new PeriodicRuns(simulation, spec.job, stage, () => {
        probe.batches++;
      });
    }
    if (spec.batch !== undefined) {
      stage = this.buildBatch(stage, lanes);
    }
    if (spec.failure !== undefined) {
      stage = this.buildAttempts(stage, lanes);
    } else {
      stage = this.buildService(stage, lanes);
    }
    for (const admission of [...(spec.admission ?? [])].reverse()) {
      const refuse: Loss = (record) => this.lose(record, admission.onRefuse === 'dead-letter', true);
      stage = new TokenGate(simulation, admission, lanes, stage, refuse, (record) => {
        if (admission.onRefuse === 'retry') {
          probe.refused += simulation.records.counted[record] as number;
        }
      });
    }
    return stage;
  }

  private buildBatch(next: Stage, lanes: number): Stage {
    const { simulation, spec } = this;
    const { probe } = this.meter;
    const batch = spec.batch as NonNullable<StationSpec['batch']>;
    const onFlush = (records: number, byTime: boolean): void => {
      probe.batches++;
      probe.batchRecords += records;
      probe.timeoutBatches += byTime ? 1 : 0;
    };
    if (batch.scope === 'station' || lanes === 1) {
      return new BatchBuffer(simulation, batch, next, onFlush);
    }
    const buffers = Array.from({ length: lanes }, () => new BatchBuffer(simulation, batch, next, onFlush));
    return {
      enter: (record) => buffers[simulation.records.lane[record] as number]?.enter(record),
    };
  }

  /** Repeats the service of a record until it succeeds or the attempts are used up. */
  private buildAttempts(next: Stage, lanes: number): Stage {
    const { simulation, spec } = this;
    const failure = spec.failure as NonNullable<StationSpec['failure']>;
    const { probe } = this.meter;
    const random = this.failureRandom;
    const judge: Stage = {
      enter: (record) => {
        const { records } = simulation;
        const attempts = (records.attempts[record] as number) + 1;
        records.attempts[record] = attempts;
        probe.attempts += records.counted[record] as number;
        if (random.next() >= failure.probability) {
          next.enter(record);
        } else if (attempts >= failure.maxAttempts) {
          probe.exhausted += records.counted[record] as number;
          this.lose(record, failure.onExhausted === 'dead-letter', false);
        } else if (failure.backoffSeconds > 0) {
          simulation.schedule(simulation.now + failure.backoffSeconds, again, record);
        } else {
          service.enter(record);
        }
      },
    };
    const service = this.buildService(judge, lanes);
    const retry: Handler = { handle: (record) => service.enter(record) };
    const again = simulation.register(retry);
    return service;
  }

  private buildService(next: Stage, lanes: number): Stage {
    const { simulation, spec, random } = this;
    const { service, queue } = spec;
    const onFull: Loss = (record) => this.lose(record, queue?.onFull === 'dead-letter', true);
    switch (service?.kind) {
      case undefined:
        return next;
      case 'unlimited':
        return service.time === undefined
          ? next
          : new Delay(simulation, getSampler(service.time, random), next);
      case 'parallel':
        return new Delay(
          simulation,
          getLongestSampler(service.branches.map((branch) => getSampler(branch, random))),
          next,
        );
      case 'map':
        return new Delay(
          simulation,
          getMapSampler(service.items, service.concurrency, getSampler(service.time, random)),
          next,
        );
      case 'sharing': {
        const sample = service.time ? getSampler(service.time, random) : undefined;
        return new Sharing(simulation, {
          capacity: sample ? 1 : (service.bytesPerSecond ?? Number.POSITIVE_INFINITY),
          fastest: sample ? 1 : (service.maxBytesPerSecond ?? Number.POSITIVE_INFINITY),
          getWork: sample ?? ((record) => simulation.records.sizeBytes[record] as number),
          next,
          onWork: (record, work) => this.noteSize(record, work),
        });
      }
      case 'rate': {
        const perRecord = 1 / (service.recordsPerSecond ?? Number.POSITIVE_INFINITY);
        const perByte = 1 / (service.bytesPerSecond ?? Number.POSITIVE_INFINITY);
        return new Servers(simulation, {
          servers: 1,
          lanes,
          most: (queue?.maxRecords ?? Number.POSITIVE_INFINITY) + 1,
          sample:
            perByte > 0
              ? (record) => Math.max(perRecord, perByte * (simulation.records.sizeBytes[record] as number))
              : () => perRecord,
          next,
          onFull,
        });
      }
      case 'servers':
        return this.buildServers(service, next, lanes, onFull);
    }
  }

  private buildServers(
    service: Extract<Service, { kind: 'servers' }>,
    next: Stage,
    lanes: number,
    onFull: Loss,
  ): Stage {
    const { simulation, spec, random } = this;
    const { probe } = this.meter;
    const sample = getSampler(service.time, random);
    const maxBatch = service.batchRecords ?? 1;
    const minBatch = service.minBatchRecords ?? 1;
    const perByte = service.secondsPerByte ?? 0;
    const { records } = simulation;
    if (maxBatch > 1 || minBatch > 1) {
      const build = (): BulkServer =>
        new BulkServer(simulation, {
          servers: service.servers,
          minBatch,
          maxBatch,
          sample: (bytes) => sample() + perByte * bytes,
          next,
          onBatch: (count) => {
            probe.batches++;
            probe.batchRecords += count;
          },
        });
      const byLane = Array.from({ length: lanes }, build);
      const only = byLane[0];
      return lanes === 1 && only !== undefined
        ? only
        : { enter: (record) => byLane[records.lane[record] as number]?.enter(record) };
    }
    const rejects = service.whenBusy === 'reject';
    const waiting = rejects ? 0 : (spec.queue?.maxRecords ?? Number.POSITIVE_INFINITY);
    return new Servers(simulation, {
      servers: service.servers,
      lanes,
      most: service.servers + waiting,
      sample: perByte > 0 ? (record) => sample() + perByte * (records.sizeBytes[record] as number) : sample,
      next,
      onFull: rejects ? (record) => this.lose(record, service.onReject === 'dead-letter', true) : onFull,
    });
  }

  private noteSize(record: number, work: number): void {
    const { records, now } = this.simulation;
    if (records.counted[record] === 1 && Math.abs(work - this.nearSize) <= NEAR * this.nearSize) {
      this.meter.probe.sizeNear += work;
      this.meter.probe.sojournNear += now - (records.entered[record] as number);
    }
  }

  private leave(record: number): void {
    const { records, now } = this.simulation;
    this.meter.depart(
      now,
      records.counted[record] as number,
      records.waited[record] as number,
      now - (records.entered[record] as number),
    );
    const bytesPerByte = this.spec.transform?.bytesPerByte ?? 1;
    if (bytesPerByte !== 1) {
      records.sizeBytes[record] = (records.sizeBytes[record] as number) * bytesPerByte;
    }
    const gain = this.spec.transform?.recordsPerRecord ?? 1;
    const outputBytes = this.spec.transform?.outputBytes;
    if (outputBytes !== undefined) {
      records.sizeBytes[record] = outputBytes * gain;
    }
    if (gain === 1) {
      this.output(record);
    } else {
      this.multiply(record, gain);
    }
  }

  /** Whole records out of one: the fraction by chance, so that the mean is the selectivity. */
  private multiply(record: number, gain: number): void {
    const count = Math.floor(gain + this.gainRandom.next());
    const { records } = this.simulation;
    records.sizeBytes[record] = (records.sizeBytes[record] as number) / Math.max(gain, 1e-300);
    for (let i = 1; i < count; i++) {
      this.output(this.exits.copy(record));
    }
    if (count > 0) {
      this.output(record);
    } else {
      this.exits.end(record);
    }
  }

  private lose(record: number, dead: boolean, refused: boolean): void {
    const { records, now } = this.simulation;
    const sojourn = now - (records.entered[record] as number);
    this.meter.lose(now, records.counted[record] as number, dead ? 'dead-letter' : 'drop', refused, sojourn);
    if (dead) {
      this.deadLetter(record);
    } else {
      this.exits.end(record);
    }
  }
}

/** Says plainly what single records cannot do here, instead of leaving it out in silence. */
function checkCovered(spec: StationSpec): void {
  if (
    spec.service?.kind === 'servers' &&
    !(Number.isInteger(spec.service.servers) && spec.service.servers > 0)
  ) {
    throw new NetworkError(
      spec.id,
      `${spec.service.servers} servers: single records need whole servers, at least 1; use the fluid engine`,
    );
  }
  const uncovered = [
    spec.scaling === undefined ? undefined : 'scaling',
    spec.shared === undefined || spec.shared.length === 0 ? undefined : 'shared capacity',
    spec.queue?.retentionSeconds === undefined ? undefined : 'retention',
    spec.queue?.onFull === 'block' && spec.queue.maxRecords !== undefined ? 'back-pressure' : undefined,
    (spec.outages ?? []).length === 0 ? undefined : 'outages',
  ].filter((feature) => feature !== undefined);
  if (uncovered.length > 0) {
    throw new NetworkError(spec.id, `${uncovered.join(', ')}: not in the exact engine; use the fluid engine`);
  }
}
