import type { KpiName } from '../../../shared/simulator/experiments/kpis.ts';
import { formatCount, formatRate, formatSpan } from '../format-numbers.ts';

const money = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumSignificantDigits: 4,
});

/** Names and formats of the figures, in the order of the menu. */
export const kpiLabels: Readonly<Record<KpiName, { label: string; format(value: number): string }>> = {
  p99Seconds: { label: 'Latency, p99', format: formatSpan },
  p95Seconds: { label: 'Latency, p95', format: formatSpan },
  p50Seconds: { label: 'Latency, median', format: formatSpan },
  throttled: { label: 'Throttled attempts', format: formatCount },
  lost: { label: 'Lost records', format: formatCount },
  throughputPerSecond: { label: 'Throughput', format: formatRate },
  peakBacklog: { label: 'Peak backlog', format: formatCount },
  peakAgeSeconds: { label: 'Peak age', format: formatSpan },
  arrived: { label: 'Records in', format: formatCount },
  costUsd: { label: 'Cost of the run', format: (value) => money.format(value) },
};
