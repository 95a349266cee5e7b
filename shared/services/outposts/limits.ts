import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'bucket-bytes',
    label: 'S3 on Outposts bucket',
    value: 50,
    unit: 'TB',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['S3-OP'],
    checked,
  },
  {
    id: 'object-bytes',
    label: 'S3 on Outposts object',
    value: 5,
    unit: 'TB',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['S3-OP'],
    checked,
  },
];
