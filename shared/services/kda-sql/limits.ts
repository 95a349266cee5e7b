import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'trees',
    label: 'Trees of RANDOM_CUT_FOREST',
    value: 1000,
    unit: 'count',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['KDA-RCF'],
    checked,
  },
  {
    id: 'columns',
    label: 'Numeric columns of RANDOM_CUT_FOREST',
    value: 30,
    unit: 'count',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['KDA-RCF'],
    checked,
  },
  {
    id: 'hotspots-window',
    label: 'Window of HOTSPOTS',
    value: 1000,
    unit: 'records',
    kind: 'quota',
    adjustable: 'hard',
    note: '100 to 1,000.',
    sources: ['KDA-HOT'],
    checked,
  },
];
