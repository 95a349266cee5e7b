import type { SimulationResult } from '../../shared/simulator/simulate.ts';
import { formatSpan } from './format-numbers.ts';
import styles from './simulation-panel.module.css';

/** How the numbers were made: what a careful reader asks before believing them. */
export function NotesView({ result }: { result: SimulationResult }) {
  const assumed = result.nodes.filter((node) => node.assumptions.length > 0);
  return (
    <div className={styles.notes}>
      <dl className={styles.facts}>
        <dt>Scenario</dt>
        <dd>{result.scenario}</dd>
        <dt>Duration</dt>
        <dd>{formatSpan(result.durationSeconds)}</dd>
        <dt>Step</dt>
        <dd>{formatSpan(result.stepSeconds)}</dd>
        <dt>Seed</dt>
        <dd>{result.seed}</dd>
        <dt>Mass balance</dt>
        <dd>
          residual {result.massResidual} {result.massResidual === 0 ? '(every record is accounted for)' : ''}
        </dd>
      </dl>
      <ul className={styles.noteList}>
        {result.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {assumed.map((node) => (
        <section key={node.id}>
          <h2 className={styles.adviceTitle}>{node.name}</h2>
          <ul className={styles.noteList}>
            {node.assumptions.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
