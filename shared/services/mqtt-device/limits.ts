import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'connection-publishes',
    label: 'Publishes per connection',
    value: 100,
    unit: 'messages/s',
    kind: 'quota',
    adjustable: 'hard',
    note: 'From an older copy of the page; verify before relying on it.',
    sources: ['IOT-Q'],
    checked,
  },
  {
    id: 'connects-per-client',
    label: 'Connects per client id',
    value: 1,
    unit: 'connects/s',
    kind: 'quota',
    adjustable: 'hard',
    note: 'From an older copy of the page; verify before relying on it.',
    sources: ['IOT-Q'],
    checked,
  },
  {
    id: 'message-bytes',
    label: 'Largest message',
    value: 131_072,
    unit: 'bytes',
    kind: 'quota',
    adjustable: 'hard',
    note: '128 KB; from an older copy of the page.',
    sources: ['IOT-Q'],
    checked,
  },
];
