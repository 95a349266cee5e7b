import type { LimitDefinition } from '../../services/define-service.ts';
import type { SourceKey } from '../../sources/source.ts';
import type { Series, StationResult } from '../kernel/run.ts';
import { getMeanSeconds } from '../kernel/service-time.ts';
import type { StationSpec } from '../kernel/station.ts';

/** What the models of a node or edge rest on. */
export interface ModelFigures {
  /** Limits of the catalogue that the models have read. */
  limits: readonly LimitDefinition[];
  sources: readonly SourceKey[];
}

/** The limit that held a node or edge back, with its arithmetic. */
export interface BindingLimit {
  label: string;
  /** With the numbers put in: `1,000 records/s × 2 shards = 2,000 records/s < 3,400 records/s offered`. */
  formula?: string;
  /** All lanes together, and what came at the busiest time, in `unit`. */
  capacity?: number;
  offered?: number;
  unit?: 'records/s' | 'bytes/s';
  /** Figure of the catalogue that the formula starts from; absent when it is a setting of the design. */
  quota?: Pick<LimitDefinition, 'id' | 'label' | 'unit' | 'kind' | 'adjustable' | 'checked'> & {
    value: number;
  };
  /** Of the quota, else of the model. */
  sources: readonly SourceKey[];
}

/** A station with what came of it. */
interface Part {
  spec: StationSpec;
  station: StationResult;
}

/** Capacity of one lane, or of all where lanes do not matter. */
interface Rate {
  perSecond: number;
  unit: 'records/s' | 'bytes/s';
  perLane: boolean;
  /** How `perSecond` comes about, when it is not a figure by itself. */
  made?: string;
  /** The figure it starts from. */
  figure: number;
  figureUnit: 'records/s' | 'bytes/s' | 'count';
}

/**
 * Works out the limit that the run named as binding.
 * @param parts the stations of the node or edge.
 * @returns undefined when no limit bound.
 */
export function describeLimit(
  label: string | undefined,
  parts: readonly Part[],
  figures: ModelFigures = { limits: [], sources: [] },
): BindingLimit | undefined {
  if (label === undefined) return undefined;
  let wanted = 0;
  for (const { spec, station } of parts) {
    // Stations that wait for room downstream pass on what fits; what was wanted is what came to the first of them.
    wanted = Math.max(wanted, getPeak(station.arrivalRate));
    const rates = getRates(spec, label, getMeanBytes(station));
    const worked = rates.map((rate) => workOut(rate, spec, station, wanted));
    // Of several rates in one limit the nearest is the one that counts.
    const [first] = worked.sort((a, b) => b.offered / b.capacity - a.offered / a.capacity);
    if (!first) {
      wanted *= spec.transform?.recordsPerRecord ?? 1;
      continue;
    }
    const { rate, ...numbers } = first;
    const quota = figures.limits.find((limit) => fits(limit, rate));
    return {
      label,
      ...numbers,
      unit: rate.unit,
      ...(quota && { quota: pickQuota(quota, rate.figure) }),
      sources: quota ? quota.sources : figures.sources,
    };
  }
  return { label, sources: figures.sources };
}

/** What a limit with this label lets through; empty when it is none of rates. */
function getRates(spec: StationSpec, label: string, meanBytes: number): Rate[] {
  const { service, job } = spec;
  const gate = [...(spec.admission ?? []), ...(spec.shared ?? [])].find((item) => item.label === label);
  if (gate) return readRates(gate, gate.scope === 'lane');
  if (service?.kind === 'rate' && service.label === label) return readRates(service, true);
  if (service?.kind === 'servers' && service.label === label) {
    const { servers, batchRecords = 1, secondsPerByte = 0 } = service;
    const seconds = getMeanSeconds(service.time) + secondsPerByte * batchRecords * meanBytes;
    if (seconds <= 0) return [];
    const perSecond = (servers * batchRecords) / seconds;
    const records = batchRecords === 1 ? '1 record' : `${show(batchRecords)} records`;
    const made = `${show(servers)} at once × ${records} ÷ ${show(seconds)} s`;
    return [{ perSecond, unit: 'records/s', perLane: true, made, figure: servers, figureUnit: 'count' }];
  }
  if (job?.label === label) return readRates(job, false);
  return [];
}

function readRates(item: { recordsPerSecond?: number; bytesPerSecond?: number }, perLane: boolean): Rate[] {
  const read = (value: number | undefined, unit: Rate['unit']): Rate[] =>
    value === undefined ? [] : [{ perSecond: value, unit, perLane, figure: value, figureUnit: unit }];
  return [...read(item.recordsPerSecond, 'records/s'), ...read(item.bytesPerSecond, 'bytes/s')];
}

function workOut(rate: Rate, spec: StationSpec, station: StationResult, wanted: number) {
  const lanes = rate.perLane ? (spec.lanes ?? 1) : 1;
  const units = station.units?.max.reduce((most, value) => Math.max(most, value), 0) ?? 1;
  const perUnit = rate.unit === 'bytes/s' ? getMeanBytes(station) : 1;
  const offered = wanted * perUnit;
  const capacity = rate.perSecond * lanes * units;
  const hottest = lanes > 1 ? Math.max(...(spec.laneShares ?? [1 / lanes])) : 1;
  const name = spec.laneName ?? 'lanes';
  const start = rate.made ?? `${showRate(rate.perSecond, rate.unit)}`;
  const scaled = units === 1 ? '' : ` × ${show(units)} units at the most`;
  const isUneven = lanes > 1 && hottest * lanes > 1.1;
  // A hot lane is full long before the sum is.
  const hot = offered * hottest;
  if (isUneven && offered <= capacity && hot > rate.perSecond * units) {
    const formula = `${start}${scaled} for one of ${lanes} ${name} < ${showRate(hot, rate.unit)} offered to the hottest (${show(hottest * 100)} % of ${showRate(offered, rate.unit)})`;
    return { rate, formula, capacity, offered };
  }
  const product = `${start}${lanes > 1 ? ` × ${lanes} ${name}` : ''}${scaled}`;
  const sum =
    rate.made !== undefined || lanes > 1 || units !== 1
      ? `${product} = ${showRate(capacity, rate.unit)}`
      : product;
  const relation = offered > capacity * 1.0005 ? '<' : offered >= capacity * 0.9995 ? '=' : '>';
  return {
    rate,
    formula: `${sum} ${relation} ${showRate(offered, rate.unit)} offered at the peak`,
    capacity,
    offered,
  };
}

/** Only a figure that stands in the stage unchanged is claimed to be its origin. */
function fits(limit: LimitDefinition, rate: Rate): boolean {
  if (limit.value !== rate.figure || limit.kind === 'price' || limit.kind === 'latency') return false;
  if (rate.figureUnit === 'count') return !limit.unit.includes('/');
  const isBytes = limit.unit.startsWith('bytes/s');
  return rate.figureUnit === 'bytes/s' ? isBytes : !isBytes && limit.unit.includes('/s');
}

function pickQuota({ id, label, unit, kind, adjustable, checked }: LimitDefinition, value: number) {
  return { id, label, value, unit, kind, adjustable, checked };
}

/** Buckets averaged: steps and batches that fall into one bucket or the next are no peak. */
const peakBuckets = 16;

/** Highest mean rate over a hundredth of the run. */
function getPeak({ mean }: Series): number {
  const window = Math.min(peakBuckets, mean.length);
  let sum = 0;
  let most = 0;
  mean.forEach((value, bucket) => {
    sum += value - (bucket >= window ? (mean[bucket - window] ?? 0) : 0);
    if (bucket >= window - 1) most = Math.max(most, sum / window);
  });
  return most;
}

const getMeanBytes = ({ totals, totalBytes }: StationResult): number =>
  totals.arrived > 0 ? totalBytes.arrived / totals.arrived : 0;

function showRate(value: number, unit: Rate['unit']): string {
  if (unit === 'records/s' || value < 1e6) return `${show(value)} ${unit}`;
  return `${show(value / 1e6)} MB/s`;
}

/** Four significant digits, thousands separated. */
function show(value: number): string {
  const digits = Math.max(0, 3 - Math.floor(Math.log10(Math.max(1e-9, Math.abs(value)))));
  const rounded = Number(value.toFixed(Math.min(digits, 12)));
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 12 });
}
