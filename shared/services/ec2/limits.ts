import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'price-instance-hour',
    label: 'Instance hour',
    value: null,
    unit: 'USD/h',
    kind: 'price',
    adjustable: 'setting',
    note: 'Depends on the type; t3.medium was 0.0416 in us-east-1.',
    sources: ['IC-instance'],
    checked,
  },
  {
    id: 'price-egress',
    label: 'Data to the internet',
    value: 0.09,
    unit: 'USD/GB',
    kind: 'price',
    adjustable: 'setting',
    note: 'First 10 TB a month, us-east-1.',
    sources: ['IC-data_transfer'],
    checked,
  },
];
