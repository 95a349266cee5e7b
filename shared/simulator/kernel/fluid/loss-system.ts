import { getErlangB } from '../erlang.ts';
import { getMeanSeconds } from '../service-time.ts';
import type { Service } from '../station.ts';
import { type FluidClock, floorRecords, partOfBytes } from './clock.ts';
import type { LaneClass } from './lane-class.ts';
import type { Ledger } from './ledger.ts';

/**
 * Servers without a queue: what finds them all busy is refused. Random arrivals follow Erlang B,
 * steady ones are refused only above capacity.
 */
export class LossSystem {
  private readonly service: Extract<Service, { kind: 'servers' }>;
  /** The last answer: a steady load asks the same every step. */
  private lastServers = -1;
  private lastOffered = -1;
  private lastShare = 0;

  constructor(service: Extract<Service, { kind: 'servers' }>) {
    this.service = service;
  }

  /** Refuses part of the inflow of each class and lets the rest be served at once; returns the refused. */
  refuse(
    classes: readonly LaneClass[],
    units: number,
    recordBytes: number,
    random: boolean,
    clock: FluidClock,
    ledger: Ledger,
  ): number {
    const { service } = this;
    if (clock.dt === 0) {
      return 0;
    }
    const batch = service.batchRecords ?? 1;
    const seconds = getMeanSeconds(service.time) + (service.secondsPerByte ?? 0) * batch * recordBytes;
    let sum = 0;
    for (const lane of classes) {
      const offered = ((lane.inRecords / lane.weight / clock.dt) * seconds) / batch;
      const share = this.getShare(service.servers * units, offered, random);
      if (share > 0) {
        const refused = floorRecords(clock, lane.inRecords * share);
        const bytes = partOfBytes(clock, refused, lane.inRecords, lane.inBytes);
        lane.inRecords -= refused;
        lane.inBytes -= bytes;
        ledger.throttled += refused;
        ledger.throttledBytes += bytes;
        ledger.giveUp(service.onReject ?? 'drop', refused, bytes);
        ledger.bind(service.label, clock.dt);
        sum += refused;
      }
      // The most it can hold busy stays the yardstick of utilization.
      lane.capRecords = Math.max(lane.capRecords, lane.inRecords);
    }
    return sum;
  }

  private getShare(servers: number, offered: number, random: boolean): number {
    if (!random) {
      return offered > servers ? 1 - servers / offered : 0;
    }
    if (servers !== this.lastServers || Math.abs(offered - this.lastOffered) > 1e-6 * offered) {
      this.lastServers = servers;
      this.lastOffered = offered;
      this.lastShare = servers <= 0 ? 1 : getErlangB(Math.max(1, Math.round(servers)), offered);
    }
    return this.lastShare;
  }
}
