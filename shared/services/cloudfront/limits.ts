import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'requests',
    label: 'Requests per distribution',
    value: 250_000,
    unit: 'requests/s',
    kind: 'quota',
    adjustable: 'adjustable',
    note: 'Not with flat-rate plans.',
    sources: ['CF-Q'],
    checked,
  },
  {
    id: 'bandwidth',
    label: 'Bandwidth per distribution',
    value: 18_750_000_000,
    unit: 'bytes/s',
    kind: 'quota',
    adjustable: 'adjustable',
    note: '150 Gbps.',
    sources: ['CF-Q'],
    checked,
  },
  {
    id: 'origin-timeout',
    label: 'Origin connection timeout',
    value: 10,
    unit: 's',
    kind: 'quota',
    adjustable: 'setting',
    note: '1–10 s, 1–3 attempts.',
    sources: ['CF-Q'],
    checked,
  },
  {
    id: 'price-egress',
    label: 'Data to the internet',
    value: 0.085,
    unit: 'USD/GB',
    kind: 'price',
    adjustable: 'setting',
    note: 'United States, Mexico and Canada, first 10 TB.',
    sources: ['IC-cloudfront_distribution'],
    checked,
  },
];
