import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const lambda = defineService({
  id: 'lambda',
  displayName: 'AWS Lambda',
  shortName: 'Lambda',
  category: 'Compute',
  summary: 'Runs a function for each event or batch of records, without servers to manage.',
  keywords: ['function', 'serverless', 'event source mapping', 'transform', 'glue code'],
  docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/welcome.html',
  icon: { aws: 'architecture-service/AWSLambda.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['runtime', 'memorySize', 'timeout'],
  limits,
  simulation,
  iac,
});
