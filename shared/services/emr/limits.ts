import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'serverless-vcpus',
    label: 'EMR Serverless: vCPUs at once per account',
    value: 16,
    unit: 'vCPU',
    kind: 'quota',
    adjustable: 'adjustable',
    note: 'Not used here; clusters are bound by EC2 quotas.',
    sources: ['EMRS-Q'],
    checked,
  },
  {
    id: 'step-concurrency',
    label: 'Steps of a cluster at once',
    value: 256,
    unit: 'count',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['CDK'],
    checked,
  },
  {
    id: 'price-instance-hour',
    label: 'EMR charge and EC2 instance hour',
    value: null,
    unit: 'USD/h',
    kind: 'price',
    adjustable: 'setting',
    note: 'Depends on the instance type.',
    sources: ['EMRS-Q'],
    checked,
  },
];
