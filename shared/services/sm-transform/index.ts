import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const smTransform = defineService({
  id: 'sm-transform',
  displayName: 'Amazon SageMaker AI batch transform',
  shortName: 'SageMaker batch transform',
  category: 'Machine learning',
  summary: 'Runs a model over all objects of a prefix and writes the predictions to S3.',
  keywords: ['inference', 'batch', 'predictions', 'offline scoring'],
  docsUrl: 'https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform.html',
  icon: { aws: 'architecture-service/AmazonSageMakerAI.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['instanceType', 'instanceCount', 'maxConcurrentTransforms'],
  limits,
  simulation,
  iac,
});
