import type { SimulationResult } from '../../shared/simulator/simulate.ts';
import { formatCount, formatSpan } from './format-numbers.ts';
import styles from './simulation-panel.module.css';

/** From where records enter to where they end, whole way. */
export function LatencyView({ result }: { result: SimulationResult }) {
  const nameOf = (id: string): string => {
    const source = result.workloads.flatMap(({ sources }) => sources).find((item) => item.id === id);
    if (source) return source.label;
    const station = result.stations.find((candidate) => candidate.id === id);
    const owner = station?.owner ?? id.split('/')[0] ?? id;
    return result.nodes.find((node) => node.id === owner)?.name ?? owner;
  };
  if (result.endToEnd.length === 0) {
    return <p className={styles.text}>No record went the whole way in this run.</p>;
  }
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col" className={styles.text}>
            To
          </th>
          {['Records', 'Mean', 'p50', 'p90', 'p95', 'p99', 'p99.9', 'Longest'].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {result.endToEnd.map(({ from, to, latency }) => (
          <tr key={`${from} ${to}`}>
            <th scope="row">{nameOf(from)}</th>
            <td className={styles.text}>{nameOf(to)}</td>
            <td>{formatCount(latency.count)}</td>
            {[
              latency.mean,
              latency.p50,
              latency.p90,
              latency.p95,
              latency.p99,
              latency.p999,
              latency.max,
            ].map((value, index) => (
              <td key={index}>{latency.count > 0 ? formatSpan(value) : '–'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
