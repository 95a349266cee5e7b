import { deliveryHasOneSource } from '../../../shared/rules/delivery/delivery-has-one-source.ts';
import { testRule } from './rule-cases.ts';

testRule(deliveryHasOneSource, {
  accepts: {
    'one stream': { nodes: { k: 'kds', f: 'firehose' }, edges: ['k > f'] },
    'several producers that put': { nodes: { a: 'ec2', b: 'ec2', f: 'firehose' }, edges: ['a > f', 'b > f'] },
  },
  rejects: [
    {
      because: 'a stream and a producer',
      design: { nodes: { k: 'kds', a: 'ec2', f: 'firehose' }, edges: ['k > f', 'a > f'] },
      target: 'f',
      message: ['reads “k”', 'direct puts from “a”'],
    },
    {
      because: 'two streams',
      design: { nodes: { k: 'kds', l: 'kds', f: 'firehose' }, edges: ['k > f', 'l > f'] },
      target: 'f',
      message: ['“k” and “l”', 'one source'],
    },
  ],
});
