import type { SimulationResult } from '../../shared/simulator/simulate.ts';
import { SourceLinks } from '../catalog/source-links.tsx';
import styles from './simulation-panel.module.css';

const dollars = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumSignificantDigits: 3,
});

/** What the run would have cost, item by item, with how each amount comes about. */
export function CostView({ result }: { result: SimulationResult }) {
  const { cost } = result;
  const nameOf = (id: string): string => result.nodes.find((node) => node.id === id)?.name ?? id;
  return (
    <>
      <p className={styles.lead}>
        {dollars.format(cost.totalUsd)} for this run, {dollars.format(cost.monthlyUsd)} for a month like it.
        List prices, free tiers not deducted
        {cost.unpriced > 0 ? `; ${cost.unpriced} items have no published price and are not in the sum` : ''}.
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Node</th>
            <th scope="col" className={styles.text}>
              Item
            </th>
            <th scope="col">Amount</th>
            <th scope="col" className={styles.text}>
              How it is computed
            </th>
            <th scope="col" className={styles.text}>
              Source
            </th>
          </tr>
        </thead>
        <tbody>
          {cost.items.map((item) => (
            <tr key={`${item.node} ${item.label}`}>
              <th scope="row">{nameOf(item.node)}</th>
              <td className={styles.text}>{item.label}</td>
              <td>{item.usd === null ? 'not published' : dollars.format(item.usd)}</td>
              <td className={`${styles.text} number`}>{item.formula}</td>
              <td className={styles.text}>
                <SourceLinks sources={item.sources} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
