import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'runtime-maximum',
    label: 'Longest run',
    value: 432000,
    unit: 's',
    kind: 'default',
    adjustable: 'setting',
    note: 'Bound that the export sets; 5 days.',
    sources: ['ASSUMPTION'],
    checked,
  },
  {
    id: 'price-instance-hour',
    label: 'Processing instance hour',
    value: null,
    unit: 'USD/h',
    kind: 'price',
    adjustable: 'setting',
    sources: ['SM-OPT'],
    checked,
  },
];
