import { edgeIsNotDiscouraged } from '../../../shared/rules/connections/edge-is-not-discouraged.ts';
import { testRule } from './rule-cases.ts';

testRule(edgeIsNotDiscouraged, {
  accepts: { 'a direct pair': { nodes: { a: 'kds', b: 'firehose' }, edges: ['a > b'] } },
  rejects: [
    {
      because: 'an application that reads a table by itself',
      design: { nodes: { a: 'user-app', b: 'dynamodb' }, edges: ['a > b'] },
      target: 'a-to-b',
      message: ['orks, but there is a better way'],
      repairs: ['remove-edge'],
    },
  ],
});
