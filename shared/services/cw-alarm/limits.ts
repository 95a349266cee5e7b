import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'price-alarm',
    label: 'Alarm on a standard metric',
    value: 0.1,
    unit: 'USD/metric-month',
    kind: 'price',
    adjustable: 'setting',
    note: 'us-east-1; $0.30 at high resolution.',
    sources: ['IC-cloudwatch_metric_alarm'],
    checked,
  },
  {
    id: 'price-alarm-high',
    label: 'Alarm on a high-resolution metric',
    value: 0.3,
    unit: 'USD/metric-month',
    kind: 'price',
    adjustable: 'setting',
    note: 'us-east-1',
    sources: ['IC-cloudwatch_metric_alarm'],
    checked,
  },
];
