import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'transforms',
    label: 'Ready-made transformations',
    value: 250,
    unit: 'count',
    kind: 'quota',
    adjustable: 'unknown',
    note: 'Over 250.',
    sources: ['DB-WHAT', 'N-171'],
    checked,
  },
  {
    id: 'profile-rows',
    label: 'Rows a profile samples by default',
    value: 20000,
    unit: 'rows',
    kind: 'default',
    adjustable: 'setting',
    sources: ['SDK-databrew'],
    checked,
  },
  {
    id: 'price-node-hour',
    label: 'Node hour',
    value: 0.48,
    unit: 'USD/h',
    kind: 'price',
    adjustable: 'setting',
    note: 'us-east-1, public note of 2022; check before relying on it',
    sources: ['GL-PRICE'],
    checked,
  },
];
