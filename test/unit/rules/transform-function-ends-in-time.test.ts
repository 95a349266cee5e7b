import { transformFunctionEndsInTime } from '../../../shared/rules/delivery/transform-function-ends-in-time.ts';
import { testRule } from './rule-cases.ts';

testRule(transformFunctionEndsInTime, {
  accepts: { 'the default timeout': { nodes: { f: 'firehose', l: 'lambda' }, edges: ['f > l'] } },
  rejects: [
    {
      because: 'a timeout of 10 minutes',
      design: { nodes: { f: 'firehose', l: ['lambda', { timeout: 600 }] }, edges: ['f > l'] },
      target: 'l',
      property: 'timeout',
      message: ['600 s', '300 s'],
      repairs: ['set-timeout'],
    },
  ],
});
