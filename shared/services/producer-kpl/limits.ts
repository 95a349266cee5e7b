import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'buffered-time-default',
    label: 'Buffering by default',
    value: 0.1,
    unit: 's',
    kind: 'default',
    adjustable: 'setting',
    note: 'RecordMaxBufferedTime, 100 ms.',
    sources: ['KDS-KPL'],
    checked,
  },
  {
    id: 'aggregate-bytes',
    label: 'Largest aggregated record by default',
    value: 51_200,
    unit: 'bytes',
    kind: 'default',
    adjustable: 'setting',
    sources: ['KDS-KPL'],
    checked,
  },
  {
    id: 'put-records',
    label: 'Records in one PutRecords call',
    value: 500,
    unit: 'records',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['SDK-kinesis'],
    checked,
  },
];
