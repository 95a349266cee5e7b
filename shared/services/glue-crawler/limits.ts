import type { LimitDefinition } from '../define-service.ts';

const checked = '2026-11-23';

export const limits: readonly LimitDefinition[] = [
  {
    id: 'crawlers',
    label: 'Crawlers per account',
    value: 1000,
    unit: 'count',
    kind: 'quota',
    adjustable: 'adjustable',
    sources: ['GL-Q'],
    checked,
  },
  {
    id: 'concurrent-crawlers',
    label: 'Crawlers running at once per account',
    value: 150,
    unit: 'count',
    kind: 'quota',
    adjustable: 'adjustable',
    sources: ['GL-Q'],
    checked,
  },
  {
    id: 'runs-at-once',
    label: 'Runs of one crawler at once',
    value: 1,
    unit: 'count',
    kind: 'quota',
    adjustable: 'hard',
    note: 'A second start is refused with CrawlerRunningException.',
    sources: ['SDK-glue'],
    checked,
  },
  {
    id: 'billed-seconds-minimum',
    label: 'Shortest billed run',
    value: 600,
    unit: 's',
    kind: 'quota',
    adjustable: 'hard',
    sources: ['IC-glue_crawler', 'GL-PRICE'],
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
    sources: ['IC-glue_crawler', 'GL-PRICE'],
    checked,
  },
];
