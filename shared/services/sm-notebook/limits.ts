import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'price-instance-hour',
    label: 'Notebook instance hour',
    value: null,
    unit: 'USD/h',
    kind: 'price',
    adjustable: 'setting',
    sources: ['SM-OPT'],
    checked,
  },
];
