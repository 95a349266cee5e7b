import { realTimeEndpointServesRequests } from '../../../shared/rules/machine-learning/real-time-endpoint-serves-requests.ts';
import { testRule } from './rule-cases.ts';

testRule(realTimeEndpointServesRequests, {
  accepts: {
    'an asynchronous endpoint': {
      nodes: { j: 'batch', e: ['sm-endpoint', { mode: 'ASYNC' }] },
      edges: ['j > e'],
    },
    'single requests': { nodes: { f: 'lambda', e: 'sm-endpoint' }, edges: ['f > e'] },
  },
  rejects: [
    {
      because: 'a batch job on a real-time endpoint',
      design: { nodes: { j: 'batch', e: 'sm-endpoint' }, edges: ['j > e'] },
      target: 'e',
      property: 'mode',
      message: ['in bulk', 'batch transform'],
      repairs: ['set-mode'],
    },
  ],
});
