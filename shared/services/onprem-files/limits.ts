import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'path-bytes',
    label: 'Longest path DataSync copies',
    value: 4096,
    unit: 'bytes',
    kind: 'quota',
    adjustable: 'hard',
    note: '255 bytes for one component.',
    sources: ['DS-Q'],
    checked,
  },
];
