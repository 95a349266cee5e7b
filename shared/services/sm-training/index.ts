import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const smTraining = defineService({
  id: 'sm-training',
  displayName: 'Amazon SageMaker AI training job',
  shortName: 'SageMaker training',
  category: 'Machine learning',
  summary: 'Trains a model on data in S3, EFS or FSx and leaves the artefact in S3.',
  keywords: ['train', 'model', 'gpu', 'xgboost', 'pytorch', 'spot', 'deep learning'],
  docsUrl: 'https://docs.aws.amazon.com/sagemaker/latest/dg/how-it-works-training.html',
  icon: { aws: 'architecture-service/AmazonSageMakerAI.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['instanceType', 'instanceCount', 'trainingInputMode'],
  limits,
  simulation,
  iac,
});
