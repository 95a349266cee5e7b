import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'share-clients',
    label: 'Client addresses of an NFS share',
    value: 100,
    unit: 'entries',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['SDK-storagegateway'],
    checked,
  },
  {
    id: 'cache-stale-max',
    label: 'Longest time a cached folder counts as fresh',
    value: 2_592_000,
    unit: 's',
    kind: 'quota',
    adjustable: 'setting',
    note: '0 (never refreshed) or 300 s to 30 days.',
    sources: ['SDK-storagegateway'],
    checked,
  },
];
