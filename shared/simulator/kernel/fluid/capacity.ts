import { getMeanSeconds } from '../service-time.ts';
import type { Service, StationSpec } from '../station.ts';

/** Constant part of the time a record spends in service and delay, in seconds. */
export function getFixedSeconds(spec: StationSpec): number {
  const delay = spec.delaySeconds ?? 0;
  const service = spec.service;
  switch (service?.kind) {
    case 'servers':
      return delay + getMeanSeconds(service.time);
    case 'unlimited':
      return delay + (service.time ? getMeanSeconds(service.time) : 0);
    case 'parallel':
      return delay + Math.max(0, ...service.branches.map(getMeanSeconds));
    case 'map':
      return (
        delay + Math.ceil(service.items / Math.max(1, service.concurrency)) * getMeanSeconds(service.time)
      );
    case 'sharing':
      return delay + (service.time ? getMeanSeconds(service.time) : 0);
    default:
      return delay;
  }
}

/** Records per second that one lane serves; Infinity without a limit. `recordBytes` is the mean size. */
export function getRecordRate(service: Service | undefined, recordBytes: number): number {
  switch (service?.kind) {
    case 'rate':
      return service.recordsPerSecond ?? Number.POSITIVE_INFINITY;
    case 'servers': {
      const batch = service.batchRecords ?? 1;
      const seconds = getMeanSeconds(service.time) + (service.secondsPerByte ?? 0) * batch * recordBytes;
      return seconds > 0 ? (service.servers * batch) / seconds : Number.POSITIVE_INFINITY;
    }
    case 'sharing': {
      const mean = service.time ? getMeanSeconds(service.time) : 0;
      return mean > 0 ? 1 / mean : Number.POSITIVE_INFINITY;
    }
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** Bytes per second that one lane serves; Infinity without a limit. */
export function getByteRate(service: Service | undefined): number {
  return service?.kind === 'rate' || service?.kind === 'sharing'
    ? (service.bytesPerSecond ?? Number.POSITIVE_INFINITY)
    : Number.POSITIVE_INFINITY;
}

/** Label of the service's limit, for explanations. */
export function getServiceLabel(service: Service | undefined): string | undefined {
  return service === undefined || service.kind === 'unlimited' ? undefined : service.label;
}
