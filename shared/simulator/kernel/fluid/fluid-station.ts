import { Histogram } from '../histogram.ts';
import { RandomStream } from '../random.ts';
import type { StationSpec } from '../station.ts';
import type { CurveRecorder } from '../trace.ts';
import { AfterService } from './after-service.ts';
import { Attempts } from './attempts.ts';
import { getFixedSeconds, getServiceLabel } from './capacity.ts';
import { CapacityPlan } from './capacity-plan.ts';
import { type FluidClock, floorRecords } from './clock.ts';
import { Gate } from './gate.ts';
import {
  addByShare,
  buildLaneClasses,
  getBusy,
  type LaneClass,
  splitByLot,
  splitOver,
} from './lane-class.ts';
import { Ledger } from './ledger.ts';
import type { Outflow } from './outflow.ts';
import { Outlook } from './outlook.ts';
import { expireQueues, isBlocking, trimQueues } from './queue-bounds.ts';
import { LossSystem } from './loss-system.ts';
import { Scaler } from './scaler.ts';
import { SubStepWait } from './sub-step-wait.ts';

const INFINITY = Number.POSITIVE_INFINITY;
/** Lanes draw counts of their own while that takes some tenths of a second; beyond, they share one fate. */
const MOST_LANE_DRAWS = 4_000_000;
/** A lane that serves less of its capacity than this has something else in its way. */
const FULL = 0.999;

/** State and one step of one station: admission → queue → service, and what follows service. */
export class FluidStation implements Outflow {
  readonly spec: StationSpec;
  readonly clock: FluidClock;
  readonly ledger = new Ledger();
  readonly classes: readonly LaneClass[];
  readonly scaler: Scaler | undefined;
  readonly after: AfterService;
  readonly attempts: Attempts | undefined;
  readonly gate: Gate | undefined;
  /** Time in the queue, and in retries before admission. */
  waits = new Histogram();
  retryWaits = new Histogram();

  /** Inflow of the step that is spread by lane shares; what comes lane by lane goes to the classes. */
  inRecords = 0;
  inBytes = 0;
  outRecords = 0;
  outBytes = 0;
  /** Most records that may leave in this step: in all, and per class. */
  allowance = INFINITY;
  /** Whether one of them is set in this step. */
  isHeldBack = false;
  /** The station downstream that has the least room for this one's output. */
  holder: FluidStation | undefined;
  /** Limit that kept records waiting in the last step. */
  boundBy: string | undefined;
  readonly laneAllowance: Float64Array;
  readonly capacity: CapacityPlan;
  readonly grantLabels: string[] = [];
  /** Busy share of the last step: of the whole station and of the fullest class. */
  utilization = 0;
  peakUtilization = 0;
  /** Masses of the last step between the stages, for tracers. */
  stepArrived = 0;
  /** Width of the last step that had one. */
  lastWidth = 0;
  stepPassed = 0;
  stepRefused = 0;
  /** True when the last step let everything through at once and nothing is held. */
  quiet = false;
  /** Whether upstream counts are drawn, so that waits inside a step exist. */
  readonly randomArrivals: boolean;
  readonly outlook: Outlook;
  /** Nothing can ever hold mass here: even inflow leaves evenly, whatever it is. */
  readonly isAlwaysDirect: boolean;
  /** Lanes have token buckets of their own. */
  readonly gatesLanes: boolean;
  /** Whether some receiver takes the output lane by lane. */
  keepsLanes = false;
  /** A full queue here holds back the senders. */
  readonly isBlocking: boolean;

  /** Seconds in service and delay, the same for every record; the part that keeps a server busy. */
  readonly fixedSeconds: number;
  readonly serviceSeconds: number;
  private readonly laneRandom: RandomStream | undefined;
  private splitStep = -1;
  private readonly loss: LossSystem | undefined;
  private readonly subStep: SubStepWait | undefined;
  /** The station only serves: a step with room for everything is a short one. */
  private readonly plain: boolean;
  private current = 0;
  private mergedRecords = 0;
  private mergedBytes = 0;
  private curves: CurveRecorder | undefined;

  /** `random`: counts drawn upstream reach the station, whose draws have the seed. */
  constructor(spec: StationSpec, clock: FluidClock, random: boolean, seed: number) {
    this.spec = spec;
    this.clock = clock;
    this.randomArrivals = random;
    const lanes = spec.lanes ?? 1;
    const drawsLanes = random && lanes > 1 && lanes * clock.steps <= MOST_LANE_DRAWS;
    this.laneRandom = drawsLanes ? new RandomStream(seed, `lanes:${spec.id}`) : undefined;
    const service = spec.service;
    const gates = (scope: 'station' | 'lane') =>
      (spec.admission ?? []).filter((item) => item.scope === scope);
    this.gate = gates('station').length > 0 ? new Gate(gates('station'), 1, clock) : undefined;
    this.classes = buildLaneClasses(spec, gates('lane'), clock, drawsLanes);
    this.scaler = spec.scaling ? new Scaler(spec.scaling) : undefined;
    this.attempts = spec.failure ? new Attempts(spec.failure, clock) : undefined;
    this.fixedSeconds = getFixedSeconds(spec);
    this.serviceSeconds = this.fixedSeconds - (spec.delaySeconds ?? 0);
    this.after = new AfterService(spec, this.classes, clock, this.ledger, this.fixedSeconds);
    this.isBlocking = isBlocking(spec.queue);
    const refuses = service?.kind === 'servers' && service.whenBusy === 'reject';
    this.loss = refuses ? new LossSystem(service) : undefined;
    const single = service?.kind === 'servers' && !refuses && (service.batchRecords ?? 1) === 1;
    this.subStep = single ? new SubStepWait(service, this.serviceSeconds) : undefined;
    this.plain =
      !spec.admission?.length && !this.scaler && !this.loss && !this.attempts && this.after.isDirect;
    this.gatesLanes = gates('lane').length > 0;
    const limited = spec.service !== undefined && service?.kind !== 'unlimited';
    this.isAlwaysDirect = this.plain && !limited && !spec.shared?.length && !spec.outages?.length;
    this.laneAllowance = new Float64Array(this.classes.length).fill(INFINITY);
    this.capacity = new CapacityPlan(spec, this.classes.length);
    this.outlook = new Outlook(this.classes.length);
  }

  get recorder(): CurveRecorder | undefined {
    return this.curves;
  }

  /** Has the station's curves written from now on. */
  record(recorder: CurveRecorder): void {
    recorder.fixedSeconds = this.fixedSeconds;
    this.curves = recorder;
    this.after.recorder = recorder;
  }

  /** Mass refused at the door that senders keep. */
  get heldBefore(): number {
    let sum = this.gate?.pending.records ?? 0;
    for (const lane of this.classes) {
      sum += lane.gate?.pending.records ?? 0;
    }
    return sum;
  }

  /** Mass in the queue proper, which `queue.maxRecords` bounds. */
  get queued(): number {
    let sum = 0;
    for (const lane of this.classes) {
      sum += lane.queue.records;
    }
    return sum;
  }

  /** Mass waiting: queue, refused and kept by senders, buffers, input of jobs. */
  get backlog(): number {
    return this.heldBefore + this.queued + this.after.waiting;
  }

  get backlogBytes(): number {
    let sum = (this.gate?.pending.bytes ?? 0) + this.after.waitingBytes;
    for (const lane of this.classes) {
      sum += lane.queue.bytes + (lane.gate?.pending.bytes ?? 0);
    }
    return sum;
  }

  /** Mass in service, in delay, in running jobs or between attempts. */
  get inFlight(): number {
    return this.after.inFlight + (this.attempts?.line.records ?? 0);
  }

  get inFlightBytes(): number {
    return this.after.inFlightBytes + (this.attempts?.line.bytes ?? 0);
  }

  /** Arrival time of the oldest mass waiting in queue, buffers or job input; Infinity when none. */
  get oldest(): number {
    let oldest = this.after.oldest;
    for (const lane of this.classes) {
      oldest = Math.min(oldest, lane.queue.oldest);
    }
    return oldest;
  }

  /** Seconds of work done by servers or runs so far. */
  get busySeconds(): number {
    const service = this.spec.service;
    if (this.after.job !== undefined) {
      return this.after.job.busySeconds;
    }
    const work = this.ledger.attempts * this.serviceSeconds;
    return service?.kind === 'servers' ? work / (service.batchRecords ?? 1) : 0;
  }

  /** Integral of the mass that waits (jobs apart), and the sum of the times it waited. */
  getLittle(): { recordSeconds: number; delaySeconds: number } {
    let { recordSeconds, delaySeconds } = this.after.getLittle();
    recordSeconds += this.gate?.area ?? 0;
    delaySeconds += this.gate?.pending.delaySum ?? 0;
    for (const lane of this.classes) {
      recordSeconds += lane.area + (lane.gate?.area ?? 0);
      delaySeconds += lane.queue.delaySum + (lane.gate?.pending.delaySum ?? 0);
    }
    return { recordSeconds, delaySeconds };
  }

  /** Called when the warm-up ends: percentiles start afresh. */
  clearTimes(): void {
    this.waits = new Histogram();
    this.retryWaits = new Histogram();
    this.after.waits = new Histogram();
  }

  /** Fixes the capacity of the step before any mass moves. */
  prepare(): void {
    this.capacity.prepare(this.classes, this.getMeanSize(), this.scaler, this.clock);
  }

  /** Moves the mass of one step through all stages. */
  step(): void {
    const { clock, ledger, classes } = this;
    if (clock.dt > 0) {
      this.lastWidth = clock.dt;
    }
    if (this.plain && this.letThrough()) {
      return;
    }
    this.quiet = false;
    const arrived = this.inRecords + this.getDirect();
    this.stepArrived = arrived;
    const refusedBefore = ledger.dropped + ledger.deadLettered;
    this.scaleInstantly(arrived);
    this.admit();
    this.stepRefused = ledger.dropped + ledger.deadLettered - refusedBefore;
    this.stepPassed = this.getEntering();
    this.returnRetries();
    this.refuseBusy();
    this.after.startStep(this.capacity.factor);
    this.serve();
    if (this.spec.queue !== undefined) {
      trimQueues(this.spec.queue, classes, this.getMeanSize(), clock, ledger);
      expireQueues(this.spec.queue, classes, clock, ledger);
    }
    this.after.finishStep();
    this.outRecords = this.after.outRecords;
    this.outBytes = this.after.outBytes;
    ledger.departed += this.outRecords;
    ledger.departedBytes += this.outBytes;
  }

  /** Outflow of the lanes: attempts are judged, then the stages after service follow. */
  take(from: number, to: number, records: number, bytes: number): void {
    if (this.classes.length > 1 && !this.after.perLane && !this.keepsLanes) {
      this.mergedRecords += records;
      this.mergedBytes += bytes;
    } else {
      this.judge(from, to, records, bytes);
    }
  }

  private judge(from: number, to: number, records: number, bytes: number): void {
    let passed = records;
    let passedBytes = bytes;
    if (this.attempts !== undefined) {
      this.attempts.split(this.clock, from, to, records, bytes, this.ledger);
      passed = this.attempts.passedRecords;
      passedBytes = this.attempts.passedBytes;
    }
    if (passed > 0) {
      (this.classes[this.current] as LaneClass).unsent += passed;
      this.after.accept(this.current, from, to, passed, passedBytes);
    }
  }

  /** True when a short step is possible at all: one lane class, and nothing that holds mass after service. */
  get isShort(): boolean {
    const { classes, attempts, scaler, loss, after } = this;
    return classes.length === 1 && !attempts && !scaler && !loss && after.isImmediate;
  }

  /**
   * The step of a station with `isShort` when everything passes at once, with the result of the long
   * one to the bit; false, and nothing done, when something has to wait.
   */
  passAtOnce(): boolean {
    const { clock, ledger, gate } = this;
    const lane = this.classes[0] as LaneClass;
    const records = this.inRecords;
    const bytes = this.inBytes;
    if (lane.queue.records > 0 || this.isHeldBack || this.curves !== undefined || clock.dt === 0) {
      return false;
    }
    this.prepare();
    const cap = this.plain ? lane.capRecords : lane.getWholeCapacity(clock);
    if (records > cap || bytes > lane.capBytes) {
      return false;
    }
    if (gate !== undefined && !gate.hasRoom(records, bytes, clock)) {
      return false;
    }
    if (lane.gate !== undefined && !lane.gate.hasRoom(records, bytes, clock)) {
      return false;
    }
    gate?.passAll(records, bytes, clock, this.retryWaits);
    lane.gate?.passAll(records, bytes, clock, this.retryWaits);
    this.lastWidth = clock.dt;
    lane.inRecords = records;
    lane.inBytes = bytes;
    lane.passAll();
    this.waits.addZero(records);
    if (this.randomArrivals && records > 0) {
      this.addSubStepWait(lane);
    }
    const share = getBusy(lane);
    const nearest = Math.max(share, lane.gate?.fill ?? 0);
    const fill = gate?.fill ?? 0;
    this.utilization = Math.max((lane.weight * nearest) / lane.weight, fill);
    this.peakUtilization = Math.max(fill, nearest);
    this.boundBy = undefined;
    this.inRecords = 0;
    this.inBytes = 0;
    this.stepArrived = records;
    this.stepPassed = records;
    this.stepRefused = 0;
    ledger.arrived += records;
    ledger.arrivedBytes += bytes;
    ledger.attempts += records;
    this.after.passAll(records, bytes);
    this.outRecords = this.after.outRecords;
    this.outBytes = this.after.outBytes;
    ledger.departed += this.outRecords;
    ledger.departedBytes += this.outBytes;
    this.quiet = true;
    return true;
  }

  /** The whole step when every lane is empty and has room for its share; false when one has not. */
  private letThrough(): boolean {
    const { classes, ledger } = this;
    if (this.isHeldBack || this.curves !== undefined) {
      return false;
    }
    let records = this.inRecords;
    let bytes = this.inBytes;
    this.splitInflow(records, bytes);
    for (let i = 0; i < classes.length; i++) {
      const lane = classes[i] as LaneClass;
      const coming = lane.inRecords + lane.directRecords;
      const comingBytes = lane.inBytes + lane.directBytes;
      if (lane.queue.records > 0 || coming > lane.capRecords || comingBytes > lane.capBytes) {
        return false;
      }
      records += lane.directRecords;
      bytes += lane.directBytes;
    }
    let busy = 0;
    let lanes = 0;
    let peak = 0;
    for (let i = 0; i < classes.length; i++) {
      const lane = classes[i] as LaneClass;
      lane.addDirect();
      lane.passAll();
      lane.unsent += lane.served;
      const share = getBusy(lane);
      busy += lane.weight * share;
      lanes += lane.weight;
      peak = Math.max(peak, share);
      this.waits.addZero(lane.served);
      if (this.randomArrivals && lane.served > 0) {
        this.addSubStepWait(lane);
      }
    }
    this.inRecords = 0;
    this.inBytes = 0;
    this.outRecords = records;
    this.outBytes = bytes;
    ledger.pass(records, bytes);
    this.stepArrived = records;
    this.stepPassed = records;
    this.stepRefused = 0;
    this.after.cameIn = records;
    this.after.wentOut = records;
    this.peakUtilization = peak;
    this.utilization = busy / lanes;
    this.quiet = true;
    return true;
  }

  /** Token buckets: of the station before the lanes part, then of each lane. */
  private admit(): void {
    const { clock, ledger, classes } = this;
    const units = this.scaler?.units ?? 1;
    let records = this.inRecords;
    let bytes = this.inBytes;
    this.inRecords = 0;
    this.inBytes = 0;
    ledger.arrived += records;
    ledger.arrivedBytes += bytes;
    if (this.gate !== undefined) {
      this.gate.offer(records, bytes, units, clock, ledger, this.retryWaits);
      records = this.gate.acceptedRecords;
      bytes = this.gate.acceptedBytes;
    }
    if (!(this.plain && this.splitStep === clock.step)) {
      this.splitInflow(records, bytes);
    }
    for (const lane of classes) {
      ledger.arrived += lane.directRecords;
      ledger.arrivedBytes += lane.directBytes;
      lane.addDirect();
      if (lane.gate !== undefined) {
        lane.gate.offer(lane.inRecords, lane.inBytes, units, clock, ledger, this.retryWaits);
        lane.inRecords = lane.gate.acceptedRecords;
        lane.inBytes = lane.gate.acceptedBytes;
      }
    }
  }

  private splitInflow(records: number, bytes: number): void {
    this.splitStep = this.clock.step;
    if (this.laneRandom === undefined || records === 0) {
      splitOver(this.classes, records, bytes, this.clock);
    } else {
      splitByLot(this.classes, records, bytes, this.clock, this.laneRandom);
    }
  }

  private scaleInstantly(arrived: number): void {
    const { clock, scaler } = this;
    if (scaler?.isInstantDue(clock.start) && clock.dt > 0) {
      const capacity = this.classes.reduce((sum, lane) => sum + lane.capRecords, 0);
      scaler.updateInstant(clock.start, this.backlog, arrived, capacity);
      this.prepare();
    }
  }

  private serve(): void {
    const { clock, classes } = this;
    const held = this.getHeldShare();
    const recorder = this.after.recordsDelays ? undefined : this.curves;
    let cap = 0;
    let served = 0;
    let busy = 0;
    let used = 0;
    let lanes = 0;
    this.peakUtilization = this.gate?.fill ?? 0;
    this.boundBy = undefined;
    for (let i = 0; i < classes.length; i++) {
      const lane = classes[i] as LaneClass;
      this.current = i;
      lane.expired = 0;
      lane.trimmed = 0;
      const most = held < 1 ? floorRecords(clock, lane.getDemand(clock) * held) : INFINITY;
      const own = this.laneAllowance[i] as number;
      const wasEmpty = lane.queue.records === 0;
      lane.serve(clock, own < most ? floorRecords(clock, own) : most, this.waits, this, recorder);
      if (this.randomArrivals && wasEmpty && lane.queue.records === 0 && lane.served > 0) {
        this.addSubStepWait(lane);
      }
      served += lane.served;
      cap += lane.capRecords;
      const share = getBusy(lane);
      const nearest = Math.max(share, lane.gate?.fill ?? 0);
      busy += lane.weight * share;
      used += lane.weight * nearest;
      lanes += lane.weight;
      this.peakUtilization = Math.max(this.peakUtilization, nearest);
      this.explain(lane, share);
    }
    this.ledger.attempts += served;
    const busyShare = busy / lanes;
    this.utilization = this.getUtilization(Math.max(used / lanes, this.gate?.fill ?? 0));
    // The capacity in records that the busiest of the limits leaves at today's record size.
    this.scaler?.observe(this.getEntering(), served, busyShare > 0 ? served / busyShare : cap);
    if (this.mergedRecords > 0) {
      const records = this.mergedRecords;
      const bytes = this.mergedBytes;
      this.mergedRecords = 0;
      this.mergedBytes = 0;
      this.current = 0;
      this.judge(clock.start, clock.end, records, bytes);
    }
  }

  /** Part of the demand that the room downstream lets go: 1 when all. */
  private getHeldShare(): number {
    if (this.allowance === INFINITY) {
      return 1;
    }
    let demand = 0;
    for (const lane of this.classes) {
      demand += lane.getDemand(this.clock);
    }
    return demand > this.allowance ? this.allowance / demand : 1;
  }

  private getDirect(): number {
    let sum = 0;
    for (const lane of this.classes) {
      sum += lane.directRecords;
    }
    return sum;
  }

  private getEntering(): number {
    let sum = 0;
    for (const lane of this.classes) {
      sum += lane.inRecords;
    }
    return sum;
  }

  /** Mean of what the lanes use of their nearest limit: service or token bucket, by records or bytes. */
  private getUtilization(used: number): number {
    if (this.after.job !== undefined) {
      return this.after.job.active / (this.spec.job?.slots ?? 1);
    }
    return used;
  }

  /** Books which limit keeps records of a lane waiting: its own, or that of who has no room for more. */
  private explain(lane: LaneClass, busyShare: number): void {
    if (lane.queue.records === 0 || this.clock.dt === 0) {
      return;
    }
    const granted = this.grantLabels.length > 0 && this.capacity.isGranted(lane, this.current);
    const own = granted ? this.grantLabels[0] : getServiceLabel(this.spec.service);
    this.boundBy = busyShare < FULL ? (this.holder?.boundBy ?? own) : own;
    if (this.boundBy !== undefined) {
      this.ledger.bind(this.boundBy, this.clock.dt);
    }
  }

  /** Waits inside the step of one lane class, or undefined: what fluid does not see. */
  findSubStepWait(lane: LaneClass): SubStepWait | undefined {
    const service = this.spec.service;
    if (this.subStep === undefined || service?.kind !== 'servers' || lane.queue.records > 0) {
      return undefined;
    }
    const servers = Math.max(1, Math.round(service.servers * (this.scaler?.units ?? 1)));
    const arrivalRate = this.clock.dt > 0 ? lane.served / lane.weight / this.clock.dt : 0;
    const waits = this.randomArrivals && this.subStep.update(servers, arrivalRate, this.clock.dt);
    return waits ? this.subStep : undefined;
  }

  private addSubStepWait(lane: LaneClass): void {
    const wait = this.findSubStepWait(lane);
    if (wait !== undefined) {
      this.waits.moveZeroToExponential(lane.served * wait.share, wait.meanSeconds);
    }
  }

  private refuseBusy(): void {
    if (this.loss !== undefined) {
      const units = (this.scaler?.units ?? 1) * this.capacity.factor;
      const { classes, randomArrivals, clock, ledger } = this;
      const refused = this.loss.refuse(classes, units, this.getMeanSize(), randomArrivals, clock, ledger);
      this.stepRefused += refused;
      this.stepPassed -= refused;
    }
  }

  /** Failed mass whose back-off is over goes to the queue again. */
  private returnRetries(): void {
    const due = this.attempts?.takeDue(this.clock) ?? 0;
    if (due > 0) {
      addByShare(this.classes, due, this.attempts?.line.poppedBytes ?? 0, this.clock);
    }
  }

  /** Mean size of everything that has come so far, in bytes. */
  getMeanSize(): number {
    const { ledger } = this;
    const records = ledger.arrived + this.inRecords;
    return records > 0 ? (ledger.arrivedBytes + this.inBytes) / records : 0;
  }
}
