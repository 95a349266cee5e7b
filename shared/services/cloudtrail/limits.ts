import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'event-selectors',
    label: 'Event selectors per trail',
    value: 5,
    unit: 'selectors',
    kind: 'quota',
    adjustable: 'hard',
    note: 'With 250 data resources in all of them together.',
    sources: ['SDK-cloudtrail'],
    checked,
  },
  {
    id: 'data-resources',
    label: 'Data resources per trail',
    value: 250,
    unit: 'resources',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['SDK-cloudtrail'],
    checked,
  },
];
