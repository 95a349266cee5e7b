import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const smProcessing = defineService({
  id: 'sm-processing',
  displayName: 'Amazon SageMaker AI processing job',
  shortName: 'SageMaker processing',
  category: 'Machine learning',
  summary: 'Runs your container over data in S3: preparation, features, evaluation.',
  keywords: ['feature engineering', 'preprocessing', 'evaluation', 'spark', 'batch'],
  docsUrl: 'https://docs.aws.amazon.com/sagemaker/latest/dg/processing-job.html',
  icon: { aws: 'architecture-service/AmazonSageMakerAI.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['instanceType', 'instanceCount'],
  limits,
  simulation,
  iac,
});
