import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'retry-attempts',
    label: 'Retries by default',
    value: 185,
    unit: 'count',
    kind: 'default',
    adjustable: 'setting',
    note: '0–185.',
    sources: ['SDK-scheduler', 'EB-SCH'],
    checked,
  },
  {
    id: 'event-age',
    label: 'Longest time an invocation is tried',
    value: 86_400,
    unit: 's',
    kind: 'default',
    adjustable: 'setting',
    note: '60–86,400 s.',
    sources: ['SDK-scheduler', 'EB-SCH'],
    checked,
  },
  {
    id: 'flexible-window',
    label: 'Longest flexible time window',
    value: 1440,
    unit: 'min',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['SDK-scheduler'],
    checked,
  },
  {
    id: 'price-invocation',
    label: 'Invocation',
    value: null,
    unit: 'USD/invocation',
    kind: 'price',
    adjustable: 'setting',
    note: 'No figure could be sourced.',
    sources: ['EB-SCH'],
    checked,
  },
];
