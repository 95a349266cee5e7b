import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'buffer-age-default',
    label: 'Buffering by default',
    value: 60,
    unit: 's',
    kind: 'default',
    adjustable: 'setting',
    sources: ['KDS-AGENT'],
    checked,
  },
  {
    id: 'buffer-records',
    label: 'Records in one call',
    value: 500,
    unit: 'records',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['KDS-AGENT', 'SDK-kinesis'],
    checked,
  },
  {
    id: 'buffer-bytes',
    label: 'Bytes in one call',
    value: 4_194_304,
    unit: 'bytes',
    kind: 'default',
    adjustable: 'setting',
    sources: ['KDS-AGENT'],
    checked,
  },
];
