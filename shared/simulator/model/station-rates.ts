import type { Series, StationResult } from '../kernel/run.ts';
import { getMeanSeconds } from '../kernel/service-time.ts';
import type { StationSpec } from '../kernel/station.ts';

/** Capacity of one lane, or of all where lanes do not matter. */
export interface Rate {
  /** Of the limit it belongs to. */
  label: string;
  perSecond: number;
  unit: 'records/s' | 'bytes/s';
  perLane: boolean;
  /** How `perSecond` comes about, when it is not a figure by itself. */
  made?: string;
  /** The figure it starts from. */
  figure: number;
  figureUnit: 'records/s' | 'bytes/s' | 'count';
}

/** Everything that bounds how many records a station lets through. */
export function collectRates(spec: StationSpec, meanBytes: number): Rate[] {
  const { service, job } = spec;
  return [
    ...[...(spec.admission ?? []), ...(spec.shared ?? [])].flatMap((gate) =>
      readRates(gate, gate.scope === 'lane'),
    ),
    ...(service?.kind === 'rate' ? readRates(service, true) : []),
    ...(service?.kind === 'servers' ? readServers(service, meanBytes) : []),
    ...(job ? readRates(job, false) : []),
  ];
}

type Service = NonNullable<StationSpec['service']>;

function readServers(service: Extract<Service, { kind: 'servers' }>, meanBytes: number): Rate[] {
  const { label, servers, batchRecords = 1, secondsPerByte = 0 } = service;
  const seconds = getMeanSeconds(service.time) + secondsPerByte * batchRecords * meanBytes;
  if (seconds <= 0) return [];
  const perSecond = (servers * batchRecords) / seconds;
  const records = batchRecords === 1 ? '1 record' : `${show(batchRecords)} records`;
  const made = `${show(servers)} at once × ${records} ÷ ${show(seconds)} s`;
  return [{ label, perSecond, unit: 'records/s', perLane: true, made, figure: servers, figureUnit: 'count' }];
}

function readRates(
  item: { label: string; recordsPerSecond?: number; bytesPerSecond?: number },
  perLane: boolean,
): Rate[] {
  const { label } = item;
  const read = (value: number | undefined, unit: Rate['unit']): Rate[] =>
    value === undefined ? [] : [{ label, perSecond: value, unit, perLane, figure: value, figureUnit: unit }];
  return [...read(item.recordsPerSecond, 'records/s'), ...read(item.bytesPerSecond, 'bytes/s')];
}

/** Records per second that all limits of a station together let through, with the hottest lane in mind. */
export function getStationCapacity(spec: StationSpec, meanBytes: number): number {
  const lanes = spec.lanes ?? 1;
  const hottest = lanes > 1 ? Math.max(...(spec.laneShares ?? [1 / lanes])) : 1;
  return collectRates(spec, meanBytes).reduce((least, { perSecond, unit, perLane }) => {
    const records = unit === 'bytes/s' ? perSecond / Math.max(1, meanBytes) : perSecond;
    return Math.min(least, perLane ? records / hottest : records);
  }, Number.POSITIVE_INFINITY);
}

/** Buckets averaged: steps and batches that fall into one bucket or the next are no peak. */
const peakBuckets = 16;

/** Highest mean rate over a hundredth of the run. */
export function getPeakRate({ mean }: Series): number {
  const window = Math.min(peakBuckets, mean.length);
  let sum = 0;
  let most = 0;
  mean.forEach((value, bucket) => {
    sum += value - (bucket >= window ? (mean[bucket - window] ?? 0) : 0);
    if (bucket >= window - 1) most = Math.max(most, sum / window);
  });
  return most;
}

/** Mean size of the records that came, bytes; 0 when none did. */
export const getMeanBytes = ({ totals, totalBytes }: StationResult): number =>
  totals.arrived > 0 ? totalBytes.arrived / totals.arrived : 0;

/** Four significant digits, thousands separated. */
export function show(value: number): string {
  const digits = Math.max(0, 3 - Math.floor(Math.log10(Math.max(1e-9, Math.abs(value)))));
  const rounded = Number(value.toFixed(Math.min(digits, 12)));
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 12 });
}
