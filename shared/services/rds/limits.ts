import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'instances',
    label: 'DB instances per account and Region',
    value: 40,
    unit: 'count',
    kind: 'quota',
    adjustable: 'adjustable',
    sources: ['RDS-Q'],
    checked,
  },
  {
    id: 'total-storage',
    label: 'Storage of all instances per account and Region',
    value: 100_000,
    unit: 'GB',
    kind: 'quota',
    adjustable: 'adjustable',
    sources: ['RDS-Q'],
    checked,
  },
  {
    id: 'read-replicas',
    label: 'Read replicas per source',
    value: 15,
    unit: 'count',
    kind: 'quota',
    adjustable: 'adjustable',
    sources: ['RDS-Q'],
    checked,
  },
  {
    id: 'price-instance-hour',
    label: 'DB instance hour',
    value: null,
    unit: 'USD/h',
    kind: 'price',
    adjustable: 'setting',
    note: 'Depends on engine, class and Multi-AZ; not among the prices that could be read.',
    sources: ['RDS-Q'],
    checked,
  },
  {
    id: 'price-storage',
    label: 'Storage',
    value: null,
    unit: 'USD/GB-month',
    kind: 'price',
    adjustable: 'setting',
    sources: ['RDS-Q'],
    checked,
  },
];
