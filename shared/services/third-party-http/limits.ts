import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'firehose-buffer-bytes',
    label: 'Batch that Firehose sends at most',
    value: 64,
    unit: 'MiB',
    kind: 'quota',
    adjustable: 'setting',
    note: '1 MiB to 64 MiB, 5 by default.',
    sources: ['FH-BUF'],
    checked,
  },
  {
    id: 'firehose-retry-seconds',
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
