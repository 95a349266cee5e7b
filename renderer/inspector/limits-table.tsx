import type { LimitDefinition } from '../../shared/services/define-service.ts';
import { formatLimit } from '../catalog/format-property.ts';
import { SourceLinks } from '../catalog/source-links.tsx';
import styles from './inspector.module.css';

const adjustability: Record<LimitDefinition['adjustable'], string> = {
  hard: 'Cannot be raised',
  adjustable: 'Can be raised on request',
  setting: 'Your setting',
  unknown: 'Adjustability not stated',
};

/** Quotas, latencies and prices of a service with their sources and dates. */
export function LimitsTable({ limits }: { limits: readonly LimitDefinition[] }) {
  if (limits.length === 0) {
    return <p className={styles.group}>AWS sets no limit here that the design has to keep.</p>;
  }
  return (
    <ul aria-label="Limits">
      {limits.map((limit) => (
        <li key={limit.id} className={styles.limit}>
          <div className={styles.limitHead}>
            <span className={styles.limitLabel}>{limit.label}</span>
            <span className={styles.limitValue}>{formatLimit(limit.value, limit.unit)}</span>
          </div>
          {limit.note ? <p className={styles.limitNote}>{limit.note}</p> : null}
          <p className={styles.limitMeta}>
            {limit.kind === 'quota' ? <span>{adjustability[limit.adjustable]}</span> : null}
            <span>Checked {limit.checked}</span>
            <SourceLinks sources={limit.sources} />
          </p>
        </li>
      ))}
    </ul>
  );
}
