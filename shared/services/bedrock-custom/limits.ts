import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'price-training-tokens',
    label: 'Training tokens, per thousand',
    value: null,
    unit: 'USD/1,000 tokens',
    kind: 'price',
    adjustable: 'setting',
    note: 'Differs by model; storing the custom model is charged as well.',
    sources: ['BR-CUS'],
    checked,
  },
];
