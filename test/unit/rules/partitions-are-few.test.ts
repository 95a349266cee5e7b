import { partitionsAreFew } from '../../../shared/rules/delivery/partitions-are-few.ts';
import { testRule } from './rule-cases.ts';

testRule(partitionsAreFew, {
  accepts: {
    'few partitions': { nodes: { f: ['firehose', { dynamicPartitioning: true, activePartitions: 500 }] } },
    'a number nobody uses': { nodes: { f: ['firehose', { activePartitions: 900 }] } },
  },
  rejects: [
    {
      because: '900 partitions',
      design: { nodes: { f: ['firehose', { dynamicPartitioning: true, activePartitions: 900 }] } },
      target: 'f',
      property: 'activePartitions',
      message: ['900 partitions', '500 are allowed'],
    },
  ],
});
