import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'put-log-events',
    label: 'PutLogEvents calls per account',
    value: 5000,
    unit: 'calls/s',
    kind: 'quota',
    adjustable: 'adjustable',
    sources: ['CWL-Q'],
    checked,
  },
  {
    id: 'batch-bytes',
    label: 'Bytes in one PutLogEvents call',
    value: 1_048_576,
    unit: 'bytes',
    kind: 'quota',
    adjustable: 'hard',
    note: '1 MB.',
    sources: ['CWL-Q'],
    checked,
  },
  {
    id: 'subscription-filters',
    label: 'Subscription filters per log group',
    value: 2,
    unit: 'count',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['CWL-Q'],
    checked,
  },
  {
    id: 'price-ingest',
    label: 'Logs taken in',
    value: 0.5,
    unit: 'USD/GB',
    kind: 'price',
    adjustable: 'setting',
    note: 'us-east-1',
    sources: ['IC-cloudwatch_log_group'],
    checked,
  },
  {
    id: 'price-storage',
    label: 'Logs stored',
    value: 0.03,
    unit: 'USD/GB-month',
    kind: 'price',
    adjustable: 'setting',
    note: 'us-east-1',
    sources: ['IC-cloudwatch_log_group'],
    checked,
  },
];
