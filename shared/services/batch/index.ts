import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const batch = defineService({
  id: 'batch',
  displayName: 'AWS Batch',
  shortName: 'Batch',
  category: 'Compute',
  summary: 'Runs container jobs from a queue on capacity that it starts and stops itself.',
  keywords: ['job', 'queue', 'container', 'docker', 'hpc', 'array job', 'spot'],
  docsUrl: 'https://docs.aws.amazon.com/batch/latest/userguide/what-is-batch.html',
  icon: { aws: 'architecture-service/AWSBatch.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['computeType', 'maxvCpus', 'vcpu'],
  limits,
  simulation,
  iac,
});
