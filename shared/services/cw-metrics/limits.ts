import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'put-metric-data',
    label: 'PutMetricData calls per account',
    value: 500,
    unit: 'calls/s',
    kind: 'quota',
    adjustable: 'adjustable',
    sources: ['CW-Q'],
    checked,
  },
  {
    id: 'metrics-per-call',
    label: 'Metrics in one call',
    value: 1000,
    unit: 'count',
    kind: 'quota',
    adjustable: 'hard',
    note: 'And 1 MB.',
    sources: ['CW-Q'],
    checked,
  },
  {
    id: 'price-metric',
    label: 'Custom metric',
    value: null,
    unit: 'USD/metric-month',
    kind: 'price',
    adjustable: 'setting',
    note: 'No figure could be sourced.',
    sources: ['CW-Q'],
    checked,
  },
];
