import type { LimitDefinition } from '../../services/define-service.ts';
import type { SourceKey } from '../../sources/source.ts';
import type { StationResult } from '../kernel/run.ts';
import type { StationSpec } from '../kernel/station.ts';
import { collectRates, getMeanBytes, getPeakRate, type Rate, show } from './station-rates.ts';

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
    wanted = Math.max(wanted, getPeakRate(station.arrivalRate));
    const rates = collectRates(spec, getMeanBytes(station)).filter((rate) => rate.label === label);
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

function showRate(value: number, unit: Rate['unit']): string {
  if (unit === 'records/s' || value < 1e6) return `${show(value)} ${unit}`;
  return `${show(value / 1e6)} MB/s`;
}
