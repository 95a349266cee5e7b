import { type CostItem, priceItems } from '../../shared/simulator/model/cost.ts';
import type { SimulationResult } from '../../shared/simulator/simulate.ts';
import { SourceLinks } from '../catalog/source-links.tsx';
import { useDesign } from '../state/design-store.ts';
import { formatCount } from './format-numbers.ts';
import { formatPrice, PriceCell } from './price-cell.tsx';
import styles from './simulation-panel.module.css';

const dollars = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumSignificantDigits: 3,
});

const headings = [
  ['Node', false],
  ['Item', true],
  ['Amount', false],
  ['Used', false],
  ['Unit price', false],
  ['Where the price is from', true],
] as const;

/** What the run would have cost, item by item; prices are the design's to change and apply at once. */
export function CostView({ result }: { result: SimulationResult }) {
  const prices = useDesign((state) => state.design.settings.prices);
  const cost = priceItems(result.cost.items, prices, result.durationSeconds);
  const nameOf = (id: string): string => result.nodes.find((node) => node.id === id)?.name ?? id;
  const own = new Set(cost.items.flatMap(({ price }) => (price.overridden ? [price.key] : []))).size;
  return (
    <>
      <p className={styles.lead}>
        {dollars.format(cost.totalUsd)} for this run, {dollars.format(cost.monthlyUsd)} for a month like it.{' '}
        {own > 0 ? `${own} own ${own === 1 ? 'price' : 'prices'}, else list prices` : 'List prices'}, free
        tiers not deducted
        {describeUnpriced(cost.unpriced)}.
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            {headings.map(([label, isText]) => (
              <th key={label} scope="col" className={isText ? styles.text : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cost.items.map((item) => (
            <tr key={`${item.node} ${item.label}`}>
              <th scope="row">{nameOf(item.node)}</th>
              <td className={styles.text}>{item.label}</td>
              <td>{item.usd === null ? 'not published' : dollars.format(item.usd)}</td>
              <td title={item.formula}>{formatCount(item.quantity)}</td>
              <td>
                <PriceCell price={item.price} name={item.label} />
              </td>
              <td className={styles.text}>
                <Origin item={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function describeUnpriced(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? '; one item has no published price and is not in the sum'
    : `; ${count} items have no published price and are not in the sum`;
}

function Origin({ item: { price } }: { item: CostItem }) {
  const { overridden, listed, unit, checked, listedSources } = price;
  if (!overridden) {
    return (
      <>
        <SourceLinks sources={listedSources} /> checked {checked}
      </>
    );
  }
  return listed === null ? (
    <>own price; none is published</>
  ) : (
    <>
      own price; listed {formatPrice(listed)} {unit} <SourceLinks sources={listedSources} />
    </>
  );
}
