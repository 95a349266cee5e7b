import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const smNotebook = defineService({
  id: 'sm-notebook',
  displayName: 'Amazon SageMaker AI notebook',
  shortName: 'SageMaker notebook',
  category: 'Machine learning',
  summary: 'A Jupyter machine for people who explore data and models.',
  keywords: ['jupyter', 'studio', 'data science', 'explore'],
  docsUrl: 'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi.html',
  icon: { aws: 'architecture-service/AmazonSageMakerAI.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['instanceType', 'volumeSizeInGB'],
  limits,
  simulation,
  iac,
});
