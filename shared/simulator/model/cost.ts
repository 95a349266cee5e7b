import type { Design } from '../../graph/design.ts';
import type { SizeClass } from '../../graph/record-sizes.ts';
import type { LimitDefinition } from '../../services/define-service.ts';
import { findService } from '../../services/registry.ts';
import type { CostLine } from '../../services/simulation-model.ts';
import type { SourceKey } from '../../sources/source.ts';
import type { StationResult } from '../kernel/run.ts';
import type { NetworkModel } from './build-network.ts';

/** A price of the catalogue, or what the design's price book says in its place. */
export interface UnitPrice {
  /** `service/price`, the key of the design's price book. */
  key: string;
  label: string;
  /** Used for the amount, in `unit`; null where neither AWS nor the design gives one. */
  value: number | null;
  unit: string;
  /** The design's own price is used. */
  overridden: boolean;
  /** What the catalogue says, and the date it was checked. */
  listed: number | null;
  listedSources: readonly SourceKey[];
  checked: string;
}

/** What a node used of something that has a price. */
export interface UsedItem {
  node: string;
  label: string;
  /** In units of the price. */
  quantity: number;
  price: UnitPrice;
}

export interface CostItem extends UsedItem {
  /** Amount in US dollars for the run; null when neither AWS nor the design gives a price. */
  usd: number | null;
  /** How it was computed, with the numbers. */
  formula: string;
  /** Of the price; the design's own prices have none. */
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

/** Cost of a run from its usage, the catalogue's dated prices and the design's own. Free tiers are not deducted. */
export function getCost(
  design: Design,
  model: NetworkModel,
  stations: ReadonlyMap<string, StationResult>,
  durationSeconds: number,
): CostEstimate {
  const items: UsedItem[] = [];
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
        quantity: quantity * line.factor,
        price: describePrice(service.id, price),
      });
    }
  }
  return priceItems(items, design.settings.prices, durationSeconds);
}

/**
 * Puts prices to what a run used; a run need not be made again when only prices change.
 * @param prices the price book of the design, by `service/price`.
 */
export function priceItems(
  used: readonly UsedItem[],
  prices: Readonly<Record<string, number>> | undefined,
  durationSeconds: number,
): CostEstimate {
  const items = used.map(({ node, label, quantity, price: listed }): CostItem => {
    const own = prices?.[listed.key];
    const price = { ...listed, value: own ?? listed.listed, overridden: own !== undefined };
    const formula =
      price.value === null
        ? `${format(quantity)} × a price AWS does not publish in a form we could source`
        : `${format(quantity)} × ${price.value} ${price.unit}${price.overridden ? ' (own price)' : ''}`;
    const usd = price.value === null ? null : quantity * price.value;
    return {
      node,
      label,
      quantity,
      usd,
      formula,
      sources: price.overridden ? [] : price.listedSources,
      price,
    };
  });
  const totalUsd = items.reduce((sum, item) => sum + (item.usd ?? 0), 0);
  return {
    items,
    totalUsd,
    monthlyUsd: totalUsd * ((730 * 3600) / durationSeconds),
    unpriced: items.filter((item) => item.usd === null).length,
  };
}

function describePrice(service: string, limit: LimitDefinition): UnitPrice {
  return {
    key: `${service}/${limit.id}`,
    label: limit.label,
    value: limit.value,
    unit: limit.unit,
    overridden: false,
    listed: limit.value,
    listedSources: limit.sources,
    checked: limit.checked,
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
      return roundUp(first.totalBytes.arrived, first.totals.arrived, line, model.sizeShapes.get(node));
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

/** Bytes when every record counts as a multiple, or as a least size, each size for itself. */
function roundUp(
  bytes: number,
  records: number,
  { roundRecordUpToBytes: multiple, minimumRecordBytes: least = 0 }: CostLine,
  shape: readonly SizeClass[] = evenSizes,
): number {
  if ((multiple === undefined && least === 0) || records <= 0) return bytes;
  const mean = bytes / records;
  const charged = shape.reduce((sum, size) => {
    const own = Math.max(least, size.bytes * mean);
    return sum + size.share * (multiple === undefined ? own : Math.ceil(own / multiple - 1e-9) * multiple);
  }, 0);
  return records * charged;
}

function format(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
