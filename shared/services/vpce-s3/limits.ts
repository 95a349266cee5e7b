import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'price-gateway',
    label: 'Gateway endpoint',
    value: 0,
    unit: 'USD/h',
    kind: 'price',
    adjustable: 'setting',
    note: 'Gateway endpoints have no charge.',
    sources: ['VPCE-S3'],
    checked,
  },
];
