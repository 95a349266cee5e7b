import { queueBatchesArePossible } from '../../../shared/rules/messaging/queue-batches-are-possible.ts';
import { testRule } from './rule-cases.ts';

import type { Sketch } from './draw-design.ts';

const sketch = (queueType: string, properties: object): Sketch => ({
  nodes: { q: ['sqs', { queueType }], f: 'lambda' },
  edges: [['q > f', { ...properties }]],
});

testRule(queueBatchesArePossible, {
  accepts: {
    'ten at once': sketch('STANDARD', { batchSize: 10 }),
    'large batches with a window': sketch('STANDARD', { batchSize: 500, maximumBatchingWindowInSeconds: 5 }),
  },
  rejects: [
    {
      because: 'large batches without a window',
      design: sketch('STANDARD', { batchSize: 500 }),
      target: 'q-to-f',
      property: 'maximumBatchingWindowInSeconds',
      message: ['batches of 500', 'at least 1 s'],
      repairs: ['set-maximumBatchingWindowInSeconds', 'set-batchSize'],
    },
    {
      because: 'large batches of a FIFO queue',
      design: sketch('FIFO', { batchSize: 50 }),
      target: 'q-to-f',
      property: 'batchSize',
      message: ['batches of 50', 'at most 10'],
      repairs: ['set-batchSize'],
    },
    {
      because: 'a window on a FIFO queue',
      design: sketch('FIFO', { maximumBatchingWindowInSeconds: 5 }),
      target: 'q-to-f',
      message: ['waits 5 s', 'no batch window'],
      repairs: ['set-maximumBatchingWindowInSeconds'],
    },
  ],
});
