import type { StationSpec } from '../station.ts';
import { getByteRate, getRecordRate } from './capacity.ts';
import type { FluidClock } from './clock.ts';
import type { LaneClass } from './lane-class.ts';
import type { Scaler } from './scaler.ts';

const INFINITY = Number.POSITIVE_INFINITY;

/** What each lane class may serve in a step: service × units × outages, within what shared groups grant. */
export class CapacityPlan {
  /** Capacity that shared groups grant for this step, per class. */
  readonly grantedRecords: Float64Array;
  readonly grantedBytes: Float64Array;
  /** Outages and slow-downs in force: 1 when none. */
  factor = 1;
  private readonly spec: StationSpec;
  /** Nothing but the width of the step changes the capacity. */
  private readonly isSteady: boolean;
  private preparedWidth = -1;

  constructor(spec: StationSpec, classes: number) {
    this.spec = spec;
    this.grantedRecords = new Float64Array(classes).fill(INFINITY);
    this.grantedBytes = new Float64Array(classes).fill(INFINITY);
    const { service } = spec;
    const changes =
      service?.kind === 'servers' && ((service.secondsPerByte ?? 0) > 0 || service.whenBusy === 'reject');
    this.isSteady = !changes && !spec.scaling && !spec.outages?.length && !spec.shared?.length;
  }

  prepare(
    classes: readonly LaneClass[],
    recordBytes: number,
    scaler: Scaler | undefined,
    clock: FluidClock,
  ): void {
    if (this.isSteady) {
      if (clock.dt === this.preparedWidth) {
        return;
      }
      this.preparedWidth = clock.dt;
    }
    this.factor = this.getOutageFactor(clock.start);
    const units = scaler === undefined ? 1 : scaler.isPaused(clock.start) ? 0 : scaler.units;
    const recordRate = getRecordRate(this.spec.service, recordBytes);
    const byteRate = getByteRate(this.spec.service);
    const stopped = units * this.factor === 0;
    for (let i = 0; i < classes.length; i++) {
      const lane = classes[i] as LaneClass;
      const scale = lane.weight * units * this.factor * clock.dt;
      // An infinite rate times a width of zero must not become NaN.
      const records = stopped ? 0 : recordRate === INFINITY ? INFINITY : recordRate * scale;
      const bytes = stopped ? 0 : byteRate === INFINITY ? INFINITY : byteRate * scale;
      lane.capRecords = Math.min(records, this.grantedRecords[i] as number);
      lane.capBytes = Math.min(bytes, this.grantedBytes[i] as number);
    }
  }

  /** True when a shared group, not the station itself, sets the capacity of a class. */
  isGranted(lane: LaneClass, index: number): boolean {
    return lane.capRecords === this.grantedRecords[index] || lane.capBytes === this.grantedBytes[index];
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
