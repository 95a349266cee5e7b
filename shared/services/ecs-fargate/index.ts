import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const ecsFargate = defineService({
  id: 'ecs-fargate',
  displayName: 'Amazon ECS on AWS Fargate',
  shortName: 'Fargate service',
  category: 'Compute',
  summary: 'Runs containers without servers to manage: stream consumers, video readers, workers.',
  keywords: ['container', 'docker', 'fargate', 'ecs', 'task', 'service', 'consumer', 'kcl'],
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate.html',
  icon: { aws: 'architecture-service/AWSFargate.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['desiredCount', 'cpu', 'memory'],
  limits,
  simulation,
  iac,
});
