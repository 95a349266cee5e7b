import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const dynamodb = defineService({
  id: 'dynamodb',
  displayName: 'Amazon DynamoDB',
  shortName: 'DynamoDB',
  category: 'Databases',
  summary: 'Serverless key-value and document table; its changes can be streamed.',
  keywords: ['nosql', 'table', 'key value', 'document', 'checkpoint', 'lease table', 'stream'],
  docsUrl: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Introduction.html',
  icon: { aws: 'architecture-service/AmazonDynamoDB.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['billingMode', 'partitionKey', 'pointInTimeRecovery'],
  limits,
  simulation,
  iac,
});
