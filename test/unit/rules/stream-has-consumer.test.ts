import { streamHasConsumer } from '../../../shared/rules/structure/stream-has-consumer.ts';
import { testRule } from './rule-cases.ts';

testRule(streamHasConsumer, {
  accepts: {
    'a stream with a consumer': { nodes: { a: 'ec2', k: 'kds', b: 'ec2' }, edges: ['a > k', 'k > b'] },
    'a stream nobody feeds either': { nodes: { k: 'kds' } },
  },
  rejects: [
    {
      because: 'a stream that is only written',
      design: { nodes: { a: 'ec2', k: 'kds' }, edges: ['a > k'] },
      target: 'k',
      message: ['a writes to k', 'nobody reads'],
    },
  ],
});
