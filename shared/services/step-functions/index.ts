import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const stepFunctions = defineService({
  id: 'step-functions',
  displayName: 'AWS Step Functions',
  shortName: 'Step Functions',
  category: 'Integration and messaging',
  summary: 'Runs a workflow of tasks with retries, error handling and a visible history.',
  keywords: ['workflow', 'orchestration', 'state machine', 'asl', 'map', 'parallel'],
  docsUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/welcome.html',
  icon: { aws: 'architecture-service/AWSStepFunctions.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['stateMachineType', 'flow', 'retryAttempts'],
  limits,
  simulation,
  iac,
});
