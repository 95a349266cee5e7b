import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'put-records',
    label: 'Records in one PutRecords or PutRecordBatch call',
    value: 500,
    unit: 'records',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['SDK-kinesis', 'FH-Q'],
    checked,
  },
  {
    id: 'put-records-bytes',
    label: 'Bytes in one PutRecords call',
    value: 10_485_760,
    unit: 'bytes',
    kind: 'quota',
    adjustable: 'hard',
    note: '4 MiB for PutRecordBatch of Firehose.',
    sources: ['SDK-kinesis', 'FH-Q'],
    checked,
  },
  {
    id: 'partition-key-characters',
    label: 'Longest partition key',
    value: 256,
    unit: 'count',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['SDK-kinesis'],
    checked,
  },
];
