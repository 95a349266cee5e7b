import type { Design } from '../../graph/design.ts';
import type { SizeClass } from '../../graph/record-sizes.ts';
import { findService } from '../../services/registry.ts';
import type { CostLine } from '../../services/simulation-model.ts';
import type { StationResult } from '../kernel/run.ts';
import type { NetworkModel } from './build-network.ts';

export interface CostItem {
  node: string;
  label: string;
  /** Amount in US dollars for the run; null when AWS publishes no price we could source. */
  usd: number | null;
  /** How it was computed, with the numbers. */
  formula: string;
  sources: readonly string[];
}

export interface CostEstimate {
  items: CostItem[];
  /** Sum of the items that have a price, US dollars for the run. */
  totalUsd: number;
  /** The total stretched to a month of 730 hours. */
  monthlyUsd: number;
  /** Items without a price. */
  unpriced: number;
}

/** Cost of a run from its usage and the catalogue's dated prices. Free tiers are not deducted. */
export function getCost(
  design: Design,
  model: NetworkModel,
  stations: ReadonlyMap<string, StationResult>,
  durationSeconds: number,
): CostEstimate {
  const items: CostItem[] = [];
  for (const node of design.nodes) {
    const service = findService(node.service);
    const ids = model.nodeStations.get(node.id) ?? [];
    const [first, last] = [stations.get(ids[0] ?? ''), stations.get(ids.at(-1) ?? '')];
    if (!service || !first || !last) continue;
    for (const line of model.nodeModels.get(node.id)?.cost ?? []) {
      const price = service.limits.find((limit) => limit.id === line.price);
      if (price?.kind !== 'price')
        throw new Error(`${service.displayName} declares no price "${line.price}".`);
      const busySeconds = ids.reduce((sum, id) => sum + (stations.get(id)?.busySeconds ?? 0), 0);
      const quantity = getQuantity(line, first, last, busySeconds, durationSeconds, model, node.id);
      items.push({
        node: node.id,
        label: line.label,
        usd: price.value === null ? null : quantity * line.factor * price.value,
        formula:
          price.value === null
            ? `${format(quantity * line.factor)} × a price AWS does not publish in a form we could source`
            : `${format(quantity * line.factor)} × ${price.value} ${price.unit}`,
        sources: price.sources,
      });
    }
  }
  const totalUsd = items.reduce((sum, item) => sum + (item.usd ?? 0), 0);
  return {
    items,
    totalUsd,
    monthlyUsd: totalUsd * ((730 * 3600) / durationSeconds),
    unpriced: items.filter((item) => item.usd === null).length,
  };
}

function getQuantity(
  line: CostLine,
  first: StationResult,
  last: StationResult,
  busySeconds: number,
  durationSeconds: number,
  model: NetworkModel,
  node: string,
): number {
  switch (line.basis) {
    case 'hours':
      return durationSeconds / 3600;
    case 'records-in':
      return first.totals.arrived;
    case 'records-out':
      return last.totals.departed;
    case 'bytes-in':
      return roundUp(
        first.totalBytes.arrived,
        first.totals.arrived,
        line.roundRecordUpToBytes,
        model.sizeShapes.get(node),
      );
    case 'bytes-out':
      return getReadBytes(last, model);
    case 'batches':
      return last.batches;
    case 'unit-hours': {
      const units = last.units;
      const mean = units
        ? units.mean.reduce((sum, value) => sum + value, 0) / Math.max(1, units.mean.length)
        : 1;
      return (mean * durationSeconds) / 3600;
    }
    case 'busy-seconds':
      return busySeconds;
  }
}

/** What leaves counts once per reader. */
function getReadBytes(last: StationResult, model: NetworkModel): number {
  const readers = model.network.links.filter((link) => link.from === last.id).length;
  return last.totalBytes.departed * Math.max(1, readers);
}

const evenSizes: readonly SizeClass[] = [{ bytes: 1, share: 1 }];

/** Bytes when every record is rounded up to a multiple, each size for itself. */
function roundUp(
  bytes: number,
  records: number,
  multiple: number | undefined,
  shape: readonly SizeClass[] = evenSizes,
): number {
  if (multiple === undefined || records <= 0) return bytes;
  const mean = bytes / records;
  const steps = shape.reduce(
    (sum, size) => sum + size.share * Math.ceil((size.bytes * mean) / multiple - 1e-9),
    0,
  );
  return records * steps * multiple;
}

function format(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
