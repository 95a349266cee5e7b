import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const smEndpoint = defineService({
  id: 'sm-endpoint',
  displayName: 'Amazon SageMaker AI endpoint',
  shortName: 'SageMaker endpoint',
  category: 'Machine learning',
  summary: 'Serves predictions of a model: at once, serverless, or queued.',
  keywords: ['inference', 'model', 'prediction', 'serving', 'real-time', 'serverless', 'asynchronous'],
  docsUrl: 'https://docs.aws.amazon.com/sagemaker/latest/dg/deploy-model-options.html',
  icon: { aws: 'architecture-service/AmazonSageMakerAI.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['mode', 'instanceType', 'initialInstanceCount'],
  limits,
  simulation,
  iac,
});
