import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'acknowledgment-timeout',
    label: 'Firehose waits for the acknowledgement',
    value: 180,
    unit: 's',
    kind: 'default',
    adjustable: 'setting',
    note: '180 s to 600 s.',
    sources: ['FH-BUF', 'SDK-firehose'],
    checked,
  },
  {
    id: 'buffer-bytes',
    label: 'Batch that Firehose sends at most',
    value: 5,
    unit: 'MiB',
    kind: 'quota',
    adjustable: 'setting',
    note: '1 MiB to 5 MiB, every 60 s at the latest.',
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
