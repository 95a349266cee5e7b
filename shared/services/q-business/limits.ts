import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'query-rate',
    label: 'Queries per index',
    value: 1,
    unit: 'queries/s',
    kind: 'quota',
    adjustable: 'adjustable',
    sources: ['QB-Q'],
    checked,
  },
  {
    id: 'applications',
    label: 'Applications per account',
    value: 50,
    unit: 'applications',
    kind: 'quota',
    adjustable: 'adjustable',
    sources: ['QB-Q'],
    checked,
  },
  {
    id: 'data-sources',
    label: 'Data sources per application',
    value: 50,
    unit: 'data sources',
    kind: 'quota',
    adjustable: 'adjustable',
    sources: ['QB-Q'],
    checked,
  },
  {
    id: 'unit-documents',
    label: 'Documents of one index unit',
    value: 20_000,
    unit: 'documents',
    kind: 'quota',
    adjustable: 'setting',
    note: 'Or 200 MB of text, whichever comes first.',
    sources: ['QB-TIER'],
    checked,
  },
];
