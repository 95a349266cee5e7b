import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'buffer-bytes',
    label: 'Batch that Firehose sends at most',
    value: 4,
    unit: 'MiB',
    kind: 'quota',
    adjustable: 'setting',
    note: '1 MiB to 4 MiB, 4 by default.',
    sources: ['FH-BUF'],
    checked,
  },
  {
    id: 'retry-seconds',
    label: 'Firehose retries at most',
    value: 7200,
    unit: 's',
    kind: 'quota',
    adjustable: 'setting',
    note: 'Then the batch goes to the backup bucket.',
    sources: ['FH-BUF'],
    checked,
  },
];
