import { deliveryHasOneDestination } from '../../../shared/rules/delivery/delivery-has-one-destination.ts';
import { testRule } from './rule-cases.ts';

testRule(deliveryHasOneDestination, {
  accepts: {
    'a destination and its backup': {
      nodes: { f: 'firehose', s: 'opensearch', b: 's3' },
      edges: ['f > s', 'f > b'],
    },
  },
  rejects: [
    {
      because: 'two buckets',
      design: { nodes: { f: 'firehose', a: 's3', b: 's3' }, edges: ['f > a', 'f > b'] },
      target: 'f',
      message: ['2 destinations', '“a” and “b”'],
      repairs: ['remove-f-to-b'],
    },
  ],
});
