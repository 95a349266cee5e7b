import { defineEdgeRule } from '../define-rule.ts';
import { insertChain, setNodeProperty } from '../repairs.ts';

export const httpApiIntegratesFewServices = defineEdgeRule({
  id: 'http-api-integrates-few-services',
  codes: ['G-123'],
  severity: 'error',
  category: 'Delivery',
  title: 'An HTTP API hands requests to services it has an integration for',
  description:
    'HTTP APIs call Lambda, HTTP endpoints, SQS, Kinesis Data Streams, EventBridge and Step Functions. For Firehose, ' +
    'DynamoDB, S3 and SNS they have no integration; a REST API has, or a function in between does the call.',
  sources: ['AG-HTTP', 'AG-INT'],
  from: ['api-gateway'],
  to: ['firehose', 'dynamodb', 's3', 'sns'],
  reach: 'ends',
  check: (edge) => {
    if (edge.source.config.text('apiType') !== 'HTTP') return [];
    return [
      {
        message: `${edge.source.name} is an HTTP API and has no integration for ${edge.target.name} (${edge.target.definition?.shortName ?? edge.target.service}). Use a REST API, or a function in between.`,
        repairs: [
          setNodeProperty(edge.source, 'apiType', 'REST', 'Use a REST API'),
          insertChain(edge, ['lambda'], 'Insert a Lambda function', false),
        ],
      },
    ];
  },
});
