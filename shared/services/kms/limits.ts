import type { LimitDefinition } from '../define-service.ts';
import { buildKmsRequestLimits } from '../kms-requests.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  ...buildKmsRequestLimits('requests'),
  {
    id: 'price-key-hour',
    label: 'Key',
    value: 1 / 730,
    unit: 'USD/h',
    kind: 'price',
    adjustable: 'setting',
    note: '$1.00 per key and month of 730 h.',
    sources: ['IC-kms_key'],
    checked,
  },
  {
    id: 'price-request',
    label: 'Request',
    value: 3e-6,
    unit: 'USD/request',
    kind: 'price',
    adjustable: 'setting',
    note: '$0.03 per 10,000 requests.',
    sources: ['IC-kms_key'],
    checked,
  },
];
