import { recordFitsStream } from '../../../shared/rules/capacity/record-fits-stream.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (service: string, kibibytes: number, properties = {}): Sketch => ({
  nodes: { in: [service, properties] },
  workloads: [{ node: 'in', recordSizeBytes: kibibytes * 1024 }],
});

testRule(recordFitsStream, {
  accepts: {
    'records of 1 MiB': sketch('kds', 1024),
    'larger records where the stream allows them': sketch('kds', 5000, { maxRecordSizeKiB: 5120 }),
    'records of 1,000 KiB to Firehose': sketch('firehose', 1000),
  },
  rejects: [
    {
      because: 'records of 2 MiB',
      design: sketch('kds', 2048),
      target: 'in',
      property: 'maxRecordSizeKiB',
      message: ['2,048 KiB', 'accepts 1,024 KiB'],
      repairs: ['set-maxRecordSizeKiB'],
    },
    {
      because: 'records no stream takes',
      design: sketch('kds', 20_000),
      target: 'in',
      message: ['20,000 KiB', '10,240 KiB', 'S3'],
    },
    {
      because: 'records too large for Firehose',
      design: sketch('firehose', 1024),
      target: 'in',
      message: ['1,024 KiB', '1,000 KiB'],
    },
  ],
});
