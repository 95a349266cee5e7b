import { realTimeEndpointKeepsAnInstance } from '../../../shared/rules/machine-learning/real-time-endpoint-keeps-an-instance.ts';
import { testRule } from './rule-cases.ts';

testRule(realTimeEndpointKeepsAnInstance, {
  accepts: {
    'the defaults': { nodes: { e: 'sm-endpoint' } },
    'zero instances of an asynchronous endpoint': {
      nodes: { e: ['sm-endpoint', { mode: 'ASYNC', minCapacity: 0 }] },
    },
  },
  rejects: [
    {
      because: 'zero instances in real time',
      design: { nodes: { e: ['sm-endpoint', { minCapacity: 0 }] } },
      target: 'e',
      property: 'minCapacity',
      message: ['0 instances', 'at least 1'],
      repairs: ['set-minCapacity', 'set-mode'],
    },
  ],
});
