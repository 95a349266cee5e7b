import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'query-slots',
    label: 'Query slots of the warehouse',
    value: 50,
    unit: 'count',
    kind: 'quota',
    adjustable: 'hard',
    note: 'Over all user queues.',
    sources: ['RS-Q'],
    checked,
  },
  {
    id: 'price-terabyte-scanned',
    label: 'Data scanned',
    value: 5,
    unit: 'USD/TB',
    kind: 'price',
    adjustable: 'setting',
    note: 'us-east-1',
    sources: ['IC-redshift_cluster'],
    checked,
  },
];
