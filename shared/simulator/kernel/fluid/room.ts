import type { FluidStation } from './fluid-station.ts';
import type { LaneClass } from './lane-class.ts';
import { getBound } from './queue-bounds.ts';

/** Records a station's queue can take in this step without passing its bound; Infinity when unbounded. */
export function getRoom(station: FluidStation): number {
  const { queue } = station.spec;
  if (!station.isBlocking || queue === undefined) {
    return Number.POSITIVE_INFINITY;
  }
  const size = station.getMeanSize();
  let served = 0;
  let coming = station.inRecords;
  for (let i = 0; i < station.classes.length; i++) {
    const lane = station.classes[i] as LaneClass;
    served += Math.min(lane.getCapacity(size), station.laneAllowance[i] as number);
    coming += lane.directRecords;
  }
  const leaving = Math.min(served, station.allowance);
  return Math.max(0, getBound(queue, size) - station.queued - coming + leaving);
}

/** The same for one lane class, which has its lanes' part of the bound. */
export function getLaneRoom(station: FluidStation, index: number): number {
  const { queue } = station.spec;
  const lane = station.classes[index];
  if (!station.isBlocking || queue === undefined || lane === undefined) {
    return Number.POSITIVE_INFINITY;
  }
  const size = station.getMeanSize();
  const bound = (getBound(queue, size) * lane.weight) / (station.spec.lanes ?? 1);
  const own = Math.min(station.laneAllowance[index] as number, station.allowance);
  const leaving = Math.min(lane.getCapacity(size), own);
  return Math.max(0, bound - lane.queue.records - lane.directRecords + leaving);
}
