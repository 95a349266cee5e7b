import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'window-default',
    label: 'Micro-batch window by default',
    value: 100,
    unit: 's',
    kind: 'default',
    adjustable: 'setting',
    sources: ['GL-ST'],
    checked,
  },
  {
    id: 'account-dpus',
    label: 'Task DPUs per account',
    value: 1000,
    unit: 'DPU',
    kind: 'quota',
    adjustable: 'adjustable',
    note: '500 outside us-east-1, us-east-2, us-west-2, ap-northeast-1, ap-southeast-2 and eu-west-1',
    sources: ['GL-Q'],
    checked,
  },
  {
    id: 'price-dpu-hour',
    label: 'DPU hour',
    value: 0.44,
    unit: 'USD/DPU-hour',
    kind: 'price',
    adjustable: 'setting',
    note: 'us-east-1',
    sources: ['IC-glue_job', 'GL-PRICE'],
    checked,
  },
];
