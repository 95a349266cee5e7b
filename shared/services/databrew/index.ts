import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const databrew = defineService({
  id: 'databrew',
  displayName: 'AWS Glue DataBrew',
  shortName: 'DataBrew',
  category: 'Analytics and ETL',
  summary: 'Cleans and profiles data with recipes made without code.',
  keywords: ['recipe', 'cleaning', 'profile', 'no code', 'normalization', 'data preparation'],
  docsUrl: 'https://docs.aws.amazon.com/databrew/latest/dg/what-is.html',
  icon: { aws: 'architecture-service/AWSGlueDataBrew.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['jobType', 'maxCapacity'],
  limits,
  simulation,
  iac,
});
