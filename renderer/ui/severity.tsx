import { CircleX, Lightbulb, TriangleAlert } from 'lucide-react';
import type { Severity } from '../../shared/rules/finding.ts';
import styles from './severity.module.css';

const icons = { error: CircleX, warning: TriangleAlert, advice: Lightbulb } as const;
export const severityNames: Record<Severity, string> = {
  error: 'Error',
  warning: 'Warning',
  advice: 'Advice',
};

/** Colour, shape and name together: none of them alone carries the meaning. */
export function SeverityIcon({ severity, size = 14 }: { severity: Severity; size?: number }) {
  const Icon = icons[severity];
  return (
    <Icon
      size={size}
      className={`${styles.icon} ${styles[severity]}`}
      role="img"
      aria-label={severityNames[severity]}
    />
  );
}
