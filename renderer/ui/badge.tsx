import type { ReactNode } from 'react';
import styles from './badge.module.css';

type Tone = 'neutral' | 'warning' | 'error' | 'advice';

export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.badge} ${tone === 'neutral' ? '' : styles[tone]}`}>{children}</span>;
}
