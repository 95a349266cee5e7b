import { Histogram } from '../histogram.ts';
import type { StationSpec } from '../station.ts';
import type { CurveRecorder } from '../trace.ts';
import { Batcher } from './batcher.ts';
import {
  getByteRate,
  getFixedSeconds,
  getRecordRate,
  getServiceLabel,
  getServiceVariation,
  LossTable,
  WaitTable,
} from './capacity.ts';
import { type FluidClock, floorRecords, partOfBytes } from './clock.ts';
import { CohortQueue } from './cohort-queue.ts';
import { Gate } from './gate.ts';
import { JobRunner } from './job-runner.ts';
import { LaneClass, splitOver } from './lane-class.ts';
import { Ledger } from './ledger.ts';
import type { Outflow } from './outflow.ts';
import { Scaler } from './scaler.ts';

/** Mean over a step of a reflected random walk, in standard deviations at its end: √(2/π) · 2/3. */
const SPREAD_TO_MEAN = 0.532;

const INFINITY = Number.POSITIVE_INFINITY;

/** State and one step of one station: admission → queue → service → batch → job → delay → output. */
export class FluidStation implements Outflow {
  readonly spec: StationSpec;
  readonly clock: FluidClock;
  readonly ledger = new Ledger();
  readonly classes: readonly LaneClass[];
  readonly scaler: Scaler | undefined;
  readonly job: JobRunner | undefined;
  /** Time in the queue, in retries before admission, and in buffers and runs. */
  waits = new Histogram();
  retryWaits = new Histogram();
  bufferWaits = new Histogram();
  recorder: CurveRecorder | undefined;

  /** Inflow of the step, written by the network. */
  inRecords = 0;
  inBytes = 0;
  /** Outflow of the step, read by the network. */
  outRecords = 0;
  outBytes = 0;
  /** Most records that may leave in this step; set when something downstream can be full. */
  allowance = INFINITY;
  /** Capacity that shared groups grant for this step, per class; empty without groups. */
  readonly grantedRecords: Float64Array;
  readonly grantedBytes: Float64Array;
  readonly grantLabels: string[] = [];
  /** Busy share of the last step: of the whole station and of the fullest class. */
  utilization = 0;
  peakUtilization = 0;
  /** Masses of the last step between the stages, for tracers. */
  stepArrived = 0;
  stepPassed = 0;
  stepRefused = 0;
  stepServed = 0;
  stepOut = 0;
  /** True when the last step let everything through at once and nothing is held. */
  quiet = false;
  /** Whether upstream counts are drawn, so that waits inside a step exist. */
  randomArrivals = false;

  /** Seconds in service and delay, the same for every record. */
  readonly fixedSeconds: number;
  /** The part of them that keeps a server busy. */
  readonly serviceSeconds: number;
  private readonly gate: Gate | undefined;
  private readonly batchers: readonly Batcher[];
  private readonly delayLine: CohortQueue | undefined;
  private readonly retryLine: CohortQueue | undefined;
  private readonly loss: LossTable | undefined;
  private readonly variation: number;
  private readonly gain: number;
  private readonly byteGain: number;
  private gainedRecords = 0;
  private gainedBytes = 0;
  /** Mass before the transform, whole run. */
  private leftRecords = 0;
  private leftBytes = 0;
  private mergedRecords = 0;
  private mergedBytes = 0;
  private current = 0;
  private readonly waitTable = new WaitTable();
  /** Nothing but the width of the step changes the capacity. */
  private readonly steadyCapacity: boolean;
  /** The station only serves: a step with room for everything is a short one. */
  private readonly plain: boolean;
  private preparedWidth = -1;
  private factor = 1;

  constructor(spec: StationSpec, clock: FluidClock) {
    this.spec = spec;
    this.clock = clock;
    const stationGates = (spec.admission ?? []).filter((admission) => admission.scope === 'station');
    const laneGates = (spec.admission ?? []).filter((admission) => admission.scope === 'lane');
    this.gate = stationGates.length > 0 ? new Gate(stationGates, 1, clock) : undefined;
    this.classes = getLaneClasses(spec).map(
      ({ weight, share }) =>
        new LaneClass(
          weight,
          share,
          laneGates.length > 0 ? new Gate(laneGates, weight, clock) : undefined,
          clock,
        ),
    );
    this.scaler = spec.scaling ? new Scaler(spec.scaling) : undefined;
    this.job = spec.job ? new JobRunner(spec.job, clock) : undefined;
    const batch = spec.batch;
    this.batchers =
      batch === undefined
        ? []
        : batch.scope === 'lane'
          ? this.classes.map((lane) => new Batcher(batch, lane.weight, clock))
          : [new Batcher(batch, 1, clock)];
    this.fixedSeconds = getFixedSeconds(spec);
    this.serviceSeconds = this.fixedSeconds - (spec.delaySeconds ?? 0);
    this.delayLine =
      this.fixedSeconds > 0 && this.fixedSeconds >= clock.nominal ? new CohortQueue(clock.bytes) : undefined;
    this.retryLine = spec.failure ? new CohortQueue(clock.bytes) : undefined;
    const service = spec.service;
    this.loss = service?.kind === 'servers' && service.whenBusy === 'reject' ? new LossTable() : undefined;
    this.variation = getServiceVariation(service);
    const bySize = service?.kind === 'servers' && (service.secondsPerByte ?? 0) > 0;
    this.steadyCapacity =
      !bySize && !spec.scaling && !spec.outages?.length && !spec.shared?.length && this.loss === undefined;
    const copies = spec.joinCopies ?? 1;
    this.plain =
      !spec.admission?.length &&
      !this.job &&
      !this.scaler &&
      !this.loss &&
      this.batchers.length === 0 &&
      !this.delayLine &&
      !this.retryLine &&
      copies === 1 &&
      spec.transform === undefined;
    this.gain = (spec.transform?.recordsPerRecord ?? 1) / copies;
    this.byteGain = (spec.transform?.bytesPerByte ?? 1) / copies;
    this.grantedRecords = new Float64Array(this.classes.length).fill(INFINITY);
    this.grantedBytes = new Float64Array(this.classes.length).fill(INFINITY);
  }

  /** Mass waiting: queue, refused and kept by senders, buffers, input of jobs. */
  get backlog(): number {
    let sum = (this.gate?.pending.records ?? 0) + (this.job?.waiting.records ?? 0);
    for (const lane of this.classes) {
      sum += lane.queue.records + (lane.gate?.pending.records ?? 0);
    }
    for (const batcher of this.batchers) {
      sum += batcher.held.records;
    }
    return sum;
  }

  get backlogBytes(): number {
    let sum = (this.gate?.pending.bytes ?? 0) + (this.job?.waiting.bytes ?? 0);
    for (const lane of this.classes) {
      sum += lane.queue.bytes + (lane.gate?.pending.bytes ?? 0);
    }
    for (const batcher of this.batchers) {
      sum += batcher.held.bytes;
    }
    return sum;
  }

  /** Mass in service, in delay, in running jobs or between attempts. */
  get inFlight(): number {
    return (this.delayLine?.records ?? 0) + (this.retryLine?.records ?? 0) + (this.job?.runningRecords ?? 0);
  }

  get inFlightBytes(): number {
    return (this.delayLine?.bytes ?? 0) + (this.retryLine?.bytes ?? 0) + (this.job?.runningBytes ?? 0);
  }

  /** Mass refused at the door that senders keep. */
  get heldBefore(): number {
    let sum = this.gate?.pending.records ?? 0;
    for (const lane of this.classes) {
      sum += lane.gate?.pending.records ?? 0;
    }
    return sum;
  }

  /** Mass past service: in buffers, in and before jobs, in delay. */
  get heldAfter(): number {
    let sum =
      (this.delayLine?.records ?? 0) + (this.job?.waiting.records ?? 0) + (this.job?.runningRecords ?? 0);
    for (const batcher of this.batchers) {
      sum += batcher.held.records;
    }
    return sum;
  }

  /** True when the time in service and delay is spent as held mass, not only as statistics. */
  get delaysMass(): boolean {
    return this.delayLine !== undefined;
  }

  /** Share of arrivals that wait inside a step and their mean wait; undefined when none do. */
  getClosure(lane: LaneClass): { share: number; meanSeconds: number } | undefined {
    const service = this.spec.service;
    if (service?.kind !== 'servers' || this.loss !== undefined || (service.batchRecords ?? 1) > 1) {
      return undefined;
    }
    const servers = Math.max(1, Math.round(service.servers * (this.scaler?.units ?? 1)));
    const arrivalRate = lane.served / lane.weight / this.clock.dt;
    const offered = arrivalRate * this.serviceSeconds;
    if (offered >= servers || this.clock.dt === 0 || !this.randomArrivals || lane.queue.records > 0) {
      return undefined;
    }
    const steady = ((1 + this.variation) / 2) * (this.serviceSeconds / (servers - offered));
    // Near full load the steady state is further away than a step: chance alone piles up about so much.
    const spread = Math.sqrt(arrivalRate * this.clock.dt * (1 + this.variation));
    const meanSeconds = Math.min(steady, (SPREAD_TO_MEAN * spread * this.serviceSeconds) / servers);
    return { share: this.waitTable.getShare(servers, offered), meanSeconds };
  }

  /** Mass in the queue proper, which `queue.maxRecords` bounds. */
  get queued(): number {
    let sum = 0;
    for (const lane of this.classes) {
      sum += lane.queue.records;
    }
    return sum;
  }

  /** Arrival time of the oldest mass waiting in queue, buffers or job input; Infinity when none. */
  get oldest(): number {
    let oldest = this.job?.waiting.oldest ?? INFINITY;
    for (const lane of this.classes) {
      oldest = Math.min(oldest, lane.queue.oldest);
    }
    for (const batcher of this.batchers) {
      oldest = Math.min(oldest, batcher.held.oldest);
    }
    return oldest;
  }

  /** Fixes the capacity of the step before any mass moves. */
  prepare(): void {
    const { clock, spec, classes } = this;
    if (this.steadyCapacity) {
      if (clock.dt === this.preparedWidth) {
        return;
      }
      this.preparedWidth = clock.dt;
    }
    this.factor = this.getOutageFactor(clock.start);
    const units = this.scaler === undefined ? 1 : this.scaler.isPaused(clock.start) ? 0 : this.scaler.units;
    const size = this.getMeanSize();
    const recordRate = getRecordRate(spec.service, size);
    const byteRate = getByteRate(spec.service);
    const stopped = units * this.factor === 0;
    for (let i = 0; i < classes.length; i++) {
      const lane = classes[i] as LaneClass;
      const scale = lane.weight * units * this.factor * clock.dt;
      let records = recordRate === INFINITY ? INFINITY : recordRate * scale;
      let bytes = byteRate === INFINITY ? INFINITY : byteRate * scale;
      if (stopped) {
        records = 0;
        bytes = 0;
      }
      lane.capRecords = Math.min(records, this.grantedRecords[i] as number);
      lane.capBytes = Math.min(bytes, this.grantedBytes[i] as number);
    }
  }

  /** Records the queue can take in this step without passing its bound; Infinity when unbounded. */
  getRoom(): number {
    const queue = this.spec.queue;
    if (queue === undefined || queue.onFull !== 'block') {
      return INFINITY;
    }
    const size = this.getMeanSize();
    const bound = Math.min(
      queue.maxRecords ?? INFINITY,
      queue.maxBytes === undefined || size <= 0 ? INFINITY : queue.maxBytes / size,
    );
    let served = 0;
    for (const lane of this.classes) {
      const bytes = size > 0 ? lane.capBytes / size : INFINITY;
      served += Math.min(lane.capRecords, bytes);
    }
    return Math.max(0, bound - this.queued + Math.min(served, this.allowance));
  }

  /** Moves the mass of one step through all stages. */
  step(): void {
    const { clock, ledger, classes } = this;
    if (this.plain && this.letThrough()) {
      return;
    }
    let records = this.inRecords;
    let bytes = this.inBytes;
    this.quiet = false;
    this.inRecords = 0;
    this.inBytes = 0;
    this.outRecords = 0;
    this.outBytes = 0;
    ledger.arrived += records;
    ledger.arrivedBytes += bytes;
    this.stepArrived = records;
    this.stepServed = 0;
    const refusedBefore = ledger.dropped + ledger.deadLettered;
    if (this.scaler?.isInstantDue(clock.start) && clock.dt > 0) {
      const capacity = classes.reduce((sum, lane) => sum + lane.capRecords, 0);
      this.scaler.updateInstant(clock.start, this.backlog, records, capacity);
      this.prepare();
    }
    const units = this.scaler?.units ?? 1;
    if (this.gate !== undefined) {
      this.gate.offer(records, bytes, units, clock, ledger, this.retryWaits);
      records = this.gate.acceptedRecords;
      bytes = this.gate.acceptedBytes;
    }
    splitOver(classes, records, bytes, clock);
    for (const lane of classes) {
      if (lane.gate !== undefined) {
        lane.gate.offer(lane.inRecords, lane.inBytes, units, clock, ledger, this.retryWaits);
        lane.inRecords = lane.gate.acceptedRecords;
        lane.inBytes = lane.gate.acceptedBytes;
      }
    }
    this.stepRefused = ledger.dropped + ledger.deadLettered - refusedBefore;
    this.stepPassed = this.getArrivedInStep();
    this.returnRetries();
    if (this.loss !== undefined) {
      this.refuseBusy();
    }
    this.job?.start(clock, this.factor);
    this.serve();
    if (this.spec.queue !== undefined) {
      this.trimQueues();
      this.expire();
    }
    for (const batcher of this.batchers) {
      batcher.flushDue(clock.end, this.bufferWaits, this.afterBatch, ledger, this.recorder);
    }
    this.job?.finish(clock, this.bufferWaits, this.afterJob, ledger, this.recorder);
    this.releaseDelayed();
    this.transform();
  }

  /** The whole step when every lane is empty and has room for its share; false when one has not. */
  private letThrough(): boolean {
    const { classes, ledger, clock, inRecords, inBytes } = this;
    if (this.allowance !== INFINITY || this.recorder !== undefined) {
      return false;
    }
    splitOver(classes, inRecords, inBytes, clock);
    for (let i = 0; i < classes.length; i++) {
      const lane = classes[i] as LaneClass;
      if (lane.queue.records > 0 || lane.inRecords > lane.capRecords || lane.inBytes > lane.capBytes) {
        return false;
      }
    }
    let cap = 0;
    let peak = 0;
    for (let i = 0; i < classes.length; i++) {
      const lane = classes[i] as LaneClass;
      lane.served = lane.inRecords;
      lane.servedBytes = lane.inBytes;
      lane.expired = 0;
      lane.trimmed = 0;
      cap += lane.capRecords;
      peak = Math.max(peak, getBusy(lane));
      this.waits.addZero(lane.served);
      if (this.randomArrivals && lane.served > 0) {
        this.addClosure(lane);
      }
    }
    this.inRecords = 0;
    this.inBytes = 0;
    this.outRecords = inRecords;
    this.outBytes = inBytes;
    ledger.arrived += inRecords;
    ledger.arrivedBytes += inBytes;
    ledger.attempts += inRecords;
    ledger.departed += inRecords;
    ledger.departedBytes += inBytes;
    this.stepArrived = inRecords;
    this.stepPassed = inRecords;
    this.stepRefused = 0;
    this.stepServed = inRecords;
    this.stepOut = inRecords;
    this.peakUtilization = peak;
    this.utilization = cap > 0 && cap !== INFINITY ? Math.min(1, inRecords / cap) : peak;
    this.quiet = true;
    return true;
  }

  /** Integral of the mass that waits (jobs apart), and the sum of the times it waited. */
  getLittle(): { recordSeconds: number; delaySeconds: number } {
    let recordSeconds = this.gate?.area ?? 0;
    let delaySeconds = this.gate?.pending.delaySum ?? 0;
    for (const lane of this.classes) {
      recordSeconds += lane.area + (lane.gate?.area ?? 0);
      delaySeconds += lane.queue.delaySum + (lane.gate?.pending.delaySum ?? 0);
    }
    for (const batcher of this.batchers) {
      recordSeconds += batcher.area;
      delaySeconds += batcher.held.delaySum + batcher.groupedDelay;
    }
    return { recordSeconds, delaySeconds };
  }

  /** Called when the warm-up ends: percentiles start afresh. */
  clearTimes(): void {
    this.waits = new Histogram();
    this.retryWaits = new Histogram();
    this.bufferWaits = new Histogram();
  }

  /** Outflow of the lanes: the stage after service. */
  take(from: number, to: number, records: number, bytes: number): void {
    const lanesMerge = this.classes.length > 1 && this.batchers.length <= 1;
    if (lanesMerge) {
      this.mergedRecords += records;
      this.mergedBytes += bytes;
    } else {
      this.afterService(from, to, records, bytes);
    }
  }

  private serve(): void {
    const { clock, classes } = this;
    let demand = 0;
    if (this.allowance !== INFINITY) {
      for (const lane of classes) {
        demand += lane.getDemand(clock);
      }
    }
    const held = demand > this.allowance ? this.allowance / demand : 1;
    let cap = 0;
    let served = 0;
    this.peakUtilization = 0;
    for (let i = 0; i < classes.length; i++) {
      const lane = classes[i] as LaneClass;
      this.current = i;
      lane.expired = 0;
      lane.trimmed = 0;
      const most = held < 1 ? floorRecords(clock, lane.getDemand(clock) * held) : INFINITY;
      const random = this.randomArrivals && lane.queue.records === 0;
      const waits =
        this.recorder === undefined || this.batchers.length + (this.job ? 1 : 0) > 0
          ? undefined
          : this.recorder;
      lane.serve(clock, most, this.waits, this, waits);
      if (random && lane.queue.records === 0 && lane.served > 0) {
        this.addClosure(lane);
      }
      served += lane.served;
      this.measure(lane);
      cap += lane.capRecords;
    }
    this.ledger.attempts += served;
    this.utilization = this.getUtilization(served, cap);
    this.scaler?.observe(this.getArrivedInStep(), served, cap);
    if (this.mergedRecords > 0) {
      const records = this.mergedRecords;
      const bytes = this.mergedBytes;
      this.mergedRecords = 0;
      this.mergedBytes = 0;
      this.afterService(clock.start, clock.end, records, bytes);
    }
  }

  private getArrivedInStep(): number {
    let sum = 0;
    for (const lane of this.classes) {
      sum += lane.inRecords;
    }
    return sum;
  }

  private getUtilization(served: number, cap: number): number {
    if (this.job !== undefined) {
      return this.job.active / this.spec.job!.slots;
    }
    if (cap > 0 && cap !== INFINITY) {
      return Math.min(1, Math.max(served / cap, 0));
    }
    return this.peakUtilization;
  }

  private measure(lane: LaneClass): void {
    const { clock } = this;
    const busy = getBusy(lane);
    if (busy > this.peakUtilization) {
      this.peakUtilization = busy;
    }
    if (lane.queue.records > 0 && clock.dt > 0) {
      const granted =
        this.grantLabels.length > 0 &&
        (lane.capRecords === this.grantedRecords[this.current] ||
          lane.capBytes === this.grantedBytes[this.current]);
      const label = granted ? this.grantLabels[0] : getServiceLabel(this.spec.service);
      if (label !== undefined) {
        this.ledger.bind(label, clock.dt);
      }
    }
  }

  /**
   * Waits shorter than a step: an arrival waits with the Erlang-C probability, then exponentially
   * with the Allen–Cunneen mean, instead of not at all.
   */
  private addClosure(lane: LaneClass): void {
    const closure = this.getClosure(lane);
    if (closure !== undefined && closure.share * closure.meanSeconds > 1e-6) {
      this.waits.moveZeroToExponential(lane.served * closure.share, closure.meanSeconds);
    }
  }

  private refuseBusy(): void {
    const service = this.spec.service;
    if (service?.kind !== 'servers' || this.loss === undefined || this.clock.dt === 0) {
      return;
    }
    const seconds = service.servers / getRecordRate(service, this.getMeanSize()) || 0;
    const servers = service.servers * (this.scaler?.units ?? 1) * this.factor;
    for (const lane of this.classes) {
      const offered = (lane.inRecords / lane.weight / this.clock.dt) * seconds;
      const share = this.loss.getShare(servers, offered, this.randomArrivals);
      if (share > 0) {
        const refused = floorRecords(this.clock, lane.inRecords * share);
        const bytes = partOfBytes(this.clock, refused, lane.inRecords, lane.inBytes);
        lane.inRecords -= refused;
        lane.inBytes -= bytes;
        this.ledger.throttled += refused;
        this.ledger.throttledBytes += bytes;
        this.ledger.giveUp(service.onReject ?? 'drop', refused, bytes);
        this.ledger.bind(service.label, this.clock.dt);
      }
      // What a loss system admits it serves at once.
      lane.capRecords = INFINITY;
    }
  }

  /** Failed mass whose back-off is over goes to the queue again. */
  private returnRetries(): void {
    const line = this.retryLine;
    if (line === undefined || line.records === 0) {
      return;
    }
    const due = line.getDue(this.clock.end, this.clock.records);
    if (due > 0) {
      line.pop(due, this.clock.end, this.clock.end, undefined);
      let records = due;
      let bytes = line.poppedBytes;
      for (let i = 0; i < this.classes.length; i++) {
        const lane = this.classes[i] as LaneClass;
        const last = i === this.classes.length - 1;
        const part = last ? records : floorRecords(this.clock, due * lane.share);
        const partBytes = last ? bytes : partOfBytes(this.clock, part, due, line.poppedBytes);
        lane.inRecords += part;
        lane.inBytes += partBytes;
        records -= part;
        bytes -= partBytes;
      }
    }
  }

  private trimQueues(): void {
    const queue = this.spec.queue;
    if (queue === undefined || queue.onFull === 'block') {
      return;
    }
    const size = this.getMeanSize();
    const byBytes = queue.maxBytes === undefined || size <= 0 ? INFINITY : queue.maxBytes / size;
    const bound = Math.min(queue.maxRecords ?? INFINITY, byBytes);
    const held = this.queued;
    if (held <= bound) {
      return;
    }
    let excess = held - floorRecords(this.clock, bound);
    for (const lane of this.classes) {
      const part = Math.min(
        lane.queue.records,
        lane === this.classes.at(-1)
          ? excess
          : floorRecords(this.clock, (excess * lane.queue.records) / held),
      );
      const bytes = lane.queue.trim(part, this.clock.end);
      excess -= part;
      lane.trimmed = part;
      this.ledger.giveUp(queue.onFull, part, bytes);
    }
  }

  private expire(): void {
    const retention = this.spec.queue?.retentionSeconds;
    if (retention === undefined) {
      return;
    }
    for (const lane of this.classes) {
      const old = lane.queue.getDue(this.clock.end - retention, this.clock.records);
      if (old > 0) {
        lane.queue.pop(old, this.clock.end, this.clock.end, undefined);
        lane.expired = old;
        this.ledger.expired += old;
        this.ledger.expiredBytes += lane.queue.poppedBytes;
        if (this.spec.queue?.onExpire === 'dead-letter') {
          this.ledger.expired -= old;
          this.ledger.expiredBytes -= lane.queue.poppedBytes;
          this.ledger.giveUp('dead-letter', old, lane.queue.poppedBytes);
        }
      }
    }
  }

  private afterService(from: number, to: number, records: number, bytes: number): void {
    let rest = records;
    let restBytes = bytes;
    const failure = this.spec.failure;
    if (failure !== undefined && this.retryLine !== undefined) {
      const failed = floorRecords(this.clock, records * failure.probability);
      const failedBytes = partOfBytes(this.clock, failed, records, bytes);
      const exhausted = floorRecords(
        this.clock,
        failed * getExhaustedShare(failure.probability, failure.maxAttempts),
      );
      const exhaustedBytes = partOfBytes(this.clock, exhausted, failed, failedBytes);
      this.ledger.giveUp(failure.onExhausted, exhausted, exhaustedBytes);
      if (failed > exhausted) {
        const back = failure.backoffSeconds;
        // Back at the next step at the earliest.
        this.retryLine.push(
          Math.max(this.clock.end, from + back),
          Math.max(this.clock.end, to + back),
          failed - exhausted,
          failedBytes - exhaustedBytes,
        );
      }
      rest -= failed;
      restBytes -= failedBytes;
    }
    if (rest <= 0) {
      return;
    }
    this.stepServed += rest;
    const batcher = this.batchers.length > 1 ? this.batchers[this.current] : this.batchers[0];
    if (batcher === undefined) {
      this.afterBatch.take(from, to, rest, restBytes);
    } else {
      batcher.accept(
        this.clock,
        from,
        to,
        rest,
        restBytes,
        this.bufferWaits,
        this.afterBatch,
        this.ledger,
        this.recorder,
      );
    }
  }

  private readonly afterBatch: Outflow = {
    take: (from, to, records, bytes) => {
      if (this.job === undefined) {
        this.afterJob.take(from, to, records, bytes);
      } else {
        this.job.accept(from, to, records, bytes);
      }
    },
  };

  private readonly afterJob: Outflow = {
    take: (from, to, records, bytes) => {
      const fixed = this.fixedSeconds;
      this.recorder?.addOutput(from + fixed, to + fixed, records);
      if (this.delayLine === undefined) {
        this.outRecords += records;
        this.outBytes += bytes;
      } else {
        this.delayLine.push(from + fixed, to + fixed, records, bytes);
      }
    },
  };

  private releaseDelayed(): void {
    const line = this.delayLine;
    if (line === undefined || line.records === 0) {
      return;
    }
    const due = line.getDue(this.clock.end, this.clock.records);
    if (due > 0) {
      line.pop(due, this.clock.end, this.clock.end, undefined);
      this.outRecords += due;
      this.outBytes += line.poppedBytes;
    }
  }

  /** Selectivity and size change on the way out; on cumulative mass, so rounding never drifts. */
  private transform(): void {
    const { ledger, clock } = this;
    this.stepOut = this.outRecords;
    if (this.gain !== 1) {
      this.leftRecords += this.outRecords;
      const total = floorRecords(clock, this.leftRecords * this.gain);
      const out = total - this.gainedRecords;
      this.gainedRecords = total;
      ledger.made += out - this.outRecords;
      this.outRecords = out;
    }
    if (this.byteGain !== 1) {
      this.leftBytes += this.outBytes;
      const total = Math.floor(this.leftBytes * this.byteGain * clock.bytes.scale) * clock.bytes.size;
      const out = total - this.gainedBytes;
      this.gainedBytes = total;
      ledger.madeBytes += out - this.outBytes;
      this.outBytes = out;
    }
    ledger.departed += this.outRecords;
    ledger.departedBytes += this.outBytes;
  }

  private getMeanSize(): number {
    const { ledger } = this;
    const records = ledger.arrived + this.inRecords;
    return records > 0 ? (ledger.arrivedBytes + this.inBytes) / records : 0;
  }

  private getOutageFactor(now: number): number {
    let factor = 1;
    for (const outage of this.spec.outages ?? []) {
      if (now >= outage.fromSeconds - 1e-9 && now < outage.toSeconds - 1e-9) {
        factor *= outage.capacityFactor;
      }
    }
    return factor;
  }
}

/** Busy share of a lane class in the last step, by records or bytes. */
function getBusy(lane: LaneClass): number {
  const byRecords = lane.capRecords > 0 && lane.capRecords !== INFINITY ? lane.served / lane.capRecords : 0;
  const byBytes = lane.capBytes > 0 && lane.capBytes !== INFINITY ? lane.servedBytes / lane.capBytes : 0;
  return Math.min(1, Math.max(byRecords, byBytes));
}

/**
 * Share of failing attempts that were the last allowed: of a steady flow with independent failures,
 * λp^n are given up among λ(1 − p^n)·p/(1 − p) failures.
 */
export function getExhaustedShare(probability: number, maxAttempts: number): number {
  if (maxAttempts <= 1) {
    return 1;
  }
  if (probability >= 1) {
    return 1 / maxAttempts;
  }
  const last = probability ** (maxAttempts - 1);
  return (last * (1 - probability)) / (1 - last * probability);
}

/** Lanes of equal share, largest share first. */
function getLaneClasses(spec: StationSpec): { weight: number; share: number }[] {
  const lanes = spec.lanes ?? 1;
  if (spec.laneShares === undefined) {
    return [{ weight: lanes, share: 1 }];
  }
  const weights = new Map<number, number>();
  for (const share of spec.laneShares) {
    weights.set(share, (weights.get(share) ?? 0) + 1);
  }
  return [...weights].sort(([a], [b]) => b - a).map(([share, weight]) => ({ weight, share: share * weight }));
}
