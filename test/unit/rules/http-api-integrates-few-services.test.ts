import { httpApiIntegratesFewServices } from '../../../shared/rules/messaging/http-api-integrates-few-services.ts';
import { testRule } from './rule-cases.ts';

testRule(httpApiIntegratesFewServices, {
  accepts: {
    'a REST API': { nodes: { a: 'api-gateway', t: 'dynamodb' }, edges: ['a > t'] },
    'an HTTP API for a queue': {
      nodes: { a: ['api-gateway', { apiType: 'HTTP' }], q: 'sqs' },
      edges: ['a > q'],
    },
  },
  rejects: [
    {
      because: 'an HTTP API for Firehose',
      design: { nodes: { a: ['api-gateway', { apiType: 'HTTP' }], f: 'firehose' }, edges: ['a > f'] },
      target: 'a-to-f',
      message: ['HTTP API', 'no integration for f'],
      repairs: ['set-apiType', 'insert-lambda'],
    },
  ],
});
