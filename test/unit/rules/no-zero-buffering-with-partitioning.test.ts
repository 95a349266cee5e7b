import { noZeroBufferingWithPartitioning } from '../../../shared/rules/delivery/no-zero-buffering-with-partitioning.ts';
import { testRule } from './rule-cases.ts';

testRule(noZeroBufferingWithPartitioning, {
  accepts: {
    'zero buffering alone': { nodes: { f: ['firehose', { bufferIntervalSeconds: 0 }] } },
    'partitioning with the usual interval': { nodes: { f: ['firehose', { dynamicPartitioning: true }] } },
  },
  rejects: [
    {
      because: 'both',
      design: { nodes: { f: ['firehose', { bufferIntervalSeconds: 0, dynamicPartitioning: true }] } },
      target: 'f',
      property: 'bufferIntervalSeconds',
      message: ['0 s', 'above 0'],
      repairs: ['set-bufferIntervalSeconds'],
    },
  ],
});
