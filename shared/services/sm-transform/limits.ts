import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'payload-total',
    label: 'Payload times concurrent requests',
    value: 100,
    unit: 'MB',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['SDK-sagemaker'],
    checked,
  },
  {
    id: 'payload-default',
    label: 'Payload of a request by default',
    value: 6,
    unit: 'MB',
    kind: 'default',
    adjustable: 'setting',
    note: '100 at most.',
    sources: ['SDK-sagemaker'],
    checked,
  },
  {
    id: 'invocation-seconds',
    label: 'Longest request',
    value: 3600,
    unit: 's',
    kind: 'quota',
    adjustable: 'hard',
    note: '600 by default; 3 retries.',
    sources: ['SDK-sagemaker'],
    checked,
  },
  {
    id: 'price-instance-hour',
    label: 'Transform instance hour',
    value: null,
    unit: 'USD/h',
    kind: 'price',
    adjustable: 'setting',
    sources: ['SM-OPT'],
    checked,
  },
];
