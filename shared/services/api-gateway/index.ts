import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const apiGateway = defineService({
  id: 'api-gateway',
  displayName: 'Amazon API Gateway',
  shortName: 'API Gateway',
  category: 'Networking and edge',
  summary: 'Front door for HTTP requests: checks, throttles and hands them to functions or AWS services.',
  keywords: ['rest', 'http api', 'endpoint', 'ingest', 'webhook'],
  docsUrl: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/welcome.html',
  icon: { aws: 'architecture-service/AmazonAPIGateway.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['apiType', 'throttlingRateLimit', 'authorization'],
  limits,
  simulation,
  iac,
});
