import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'concurrent-jobs',
    label: 'Stored-video jobs at the same time, per account',
    value: 20,
    unit: 'jobs',
    kind: 'quota',
    adjustable: 'adjustable',
    sources: ['REK-Q'],
    checked,
  },
  {
    id: 'stored-video-bytes',
    label: 'Stored video',
    value: 10,
    unit: 'GB',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['REK-Q'],
    checked,
  },
  {
    id: 'stored-video-length',
    label: 'Longest stored video',
    value: 21_600,
    unit: 's',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['REK-Q'],
    checked,
  },
  {
    id: 'processors-per-stream',
    label: 'Stream processors per video stream',
    value: 1,
    unit: 'processors',
    kind: 'quota',
    adjustable: 'hard',
    note: 'And one per output data stream.',
    sources: ['REK-Q'],
    checked,
  },
];
