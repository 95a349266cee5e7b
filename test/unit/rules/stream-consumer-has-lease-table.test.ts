import { streamConsumerHasLeaseTable } from '../../../shared/rules/processing/stream-consumer-has-lease-table.ts';
import { testRule } from './rule-cases.ts';

testRule(streamConsumerHasLeaseTable, {
  accepts: {
    'a lease table': { nodes: { k: 'kds', c: 'ecs-fargate', t: 'dynamodb' }, edges: ['k > c', 'c > t'] },
    'Lambda, which keeps the position itself': { nodes: { k: 'kds', f: 'lambda' }, edges: ['k > f'] },
  },
  rejects: [
    {
      because: 'a consumer without a table',
      design: { nodes: { k: 'kds', c: 'ecs-fargate' }, edges: ['k > c'] },
      target: 'c',
      message: ['no table for its leases'],
      repairs: ['add-dynamodb'],
    },
  ],
});
