import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'runtime-default',
    label: 'Longest training by default',
    value: 86_400,
    unit: 's',
    kind: 'default',
    adjustable: 'setting',
    sources: ['SDK-sagemaker'],
    checked,
  },
  {
    id: 'runtime-maximum',
    label: 'Longest training',
    value: 2_419_200,
    unit: 's',
    kind: 'quota',
    adjustable: 'hard',
    note: '28 days.',
    sources: ['SDK-sagemaker'],
    checked,
  },
  {
    id: 'warm-pool-seconds',
    label: 'Longest warm pool',
    value: 21_600,
    unit: 's',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['SDK-sagemaker'],
    checked,
  },
  {
    id: 'instances',
    label: 'Instances by type',
    value: null,
    unit: 'count',
    kind: 'quota',
    adjustable: 'adjustable',
    note: 'Account quota per instance type, shown in Service Quotas only.',
    sources: ['SDK-sagemaker'],
    checked,
  },
  {
    id: 'price-instance-hour',
    label: 'Training instance hour',
    value: null,
    unit: 'USD/h',
    kind: 'price',
    adjustable: 'setting',
    note: 'Depends on the instance type; Spot is cheaper.',
    sources: ['SM-OPT'],
    checked,
  },
];
