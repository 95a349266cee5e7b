import { describe, expect, it } from 'vitest';
import { createDesign } from '../../../../shared/graph/create-design.ts';
import { setPrice } from '../../../../shared/graph/edits/set-prices.ts';
import { parseDesign } from '../../../../shared/graph/parse-design.ts';
import { serializeDesign } from '../../../../shared/graph/serialize-design.ts';
import { priceItems } from '../../../../shared/simulator/model/cost.ts';
import { simulateDesign } from '../../../../shared/simulator/simulate.ts';

const shardHour = 'kds/price-shard-hour';

function load(prices?: Record<string, unknown>) {
  return parseDesign({
    settings: { ...(prices && { prices }) },
    nodes: [{ id: 'stream', service: 'kds', properties: { shardCount: 4 } }],
    workloads: [
      {
        node: 'stream',
        arrivals: { pattern: 'constant', ratePerSecond: 2 },
        recordSizeBytes: 1000,
        keyCount: 100,
      },
    ],
  });
}

function estimate(prices?: Record<string, number>) {
  const parsed = load(prices);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const { cost } = simulateDesign(parsed.design, { durationSeconds: 3600 });
  const item = cost.items.find(({ label }) => label === 'Shard hours');
  if (!item) throw new Error('there is no cost of shards');
  return { cost, item, design: parsed.design };
}

describe('the price book', () => {
  it('replaces the unit price, says so, and keeps what is listed', () => {
    const listed = estimate().item;
    const { item, cost } = estimate({ [shardHour]: 0.01 });
    expect(listed.price).toMatchObject({ key: shardHour, overridden: false, value: listed.price.listed });
    expect(listed.sources.length).toBeGreaterThan(0);
    expect(item.usd).toBeCloseTo(4 * 0.01, 12);
    expect(item.formula).toBe('4 × 0.01 USD/h (own price)');
    expect(item.price).toMatchObject({ value: 0.01, overridden: true, listed: listed.price.value });
    // An own price has no source of the catalogue's.
    expect(item.sources).toEqual([]);
    expect(cost.monthlyUsd).toBeCloseTo(cost.totalUsd * 730, 9);
  });

  it('takes a price of nothing for what it is', () => {
    expect(estimate({ [shardHour]: 0 }).item).toMatchObject({
      usd: 0,
      price: { overridden: true, value: 0 },
    });
  });

  it('ignores prices of what the design does not use', () => {
    expect(estimate({ 'kds/no-such-price': 5 }).cost).toEqual(estimate().cost);
  });

  it('prices a finished run anew, there and back', () => {
    const { cost } = estimate();
    const changed = priceItems(cost.items, { [shardHour]: 1 }, 3600);
    expect(changed.totalUsd - cost.totalUsd).toBeCloseTo(4 - (cost.items[0]?.usd ?? 0), 9);
    expect(priceItems(changed.items, undefined, 3600)).toEqual(cost);
  });

  it('counts what has no price until it has one', () => {
    const { cost } = estimate();
    const [first] = cost.items;
    if (!first) throw new Error('the run costs nothing');
    const unlisted = { ...first, price: { ...first.price, listed: null } };
    expect(priceItems([unlisted], undefined, 3600)).toMatchObject({ totalUsd: 0, unpriced: 1 });
    expect(priceItems([unlisted], { [shardHour]: 2 }, 3600)).toMatchObject({ totalUsd: 8, unpriced: 0 });
  });

  it('is written to the file and read back', () => {
    const design = createDesign('Test');
    setPrice(design, { key: shardHour, price: 0.02 });
    setPrice(design, { key: 's3/price-put', price: 0.1 });
    const read = parseDesign(JSON.parse(serializeDesign(design)));
    expect(read.ok && read.design.settings.prices).toEqual({ [shardHour]: 0.02, 's3/price-put': 0.1 });
    setPrice(design, { key: shardHour, price: null });
    setPrice(design, { key: 's3/price-put', price: null });
    expect(serializeDesign(design)).toBe(serializeDesign(createDesign('Test')));
  });

  it.each([-1, '0.1', null])('refuses %s as a price', (price) => {
    const parsed = load({ [shardHour]: price });
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual([
      expect.stringContaining('settings.prices'),
    ]);
  });
});
