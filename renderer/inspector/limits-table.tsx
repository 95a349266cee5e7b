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
  if (limits.length === 0)
    return <p className={styles.group}>AWS sets no limit here that the design has to keep.</p>;
  return (
    <table className={styles.limits}>
      <tbody>
        {limits.map((limit) => (
          <tr key={limit.id}>
            <td>
              <div className={styles.limitLabel}>{limit.label}</div>
              {limit.note ? <div className={styles.limitNote}>{limit.note}</div> : null}
              <div className={styles.limitMeta}>
                {limit.kind === 'quota' ? <span>{adjustability[limit.adjustable]}</span> : null}
                <span>Checked {limit.checked}</span>
                <SourceLinks sources={limit.sources} />
              </div>
            </td>
            <td className={styles.limitValue}>{formatLimit(limit.value, limit.unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
