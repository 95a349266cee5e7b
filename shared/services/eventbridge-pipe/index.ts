import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const eventbridgePipe = defineService({
  id: 'eventbridge-pipe',
  displayName: 'Amazon EventBridge Pipes',
  shortName: 'EventBridge Pipe',
  category: 'Integration and messaging',
  summary:
    'Reads a stream or queue, filters and enriches records, and hands them to one target without code.',
  keywords: ['pipe', 'point to point', 'filter', 'enrichment', 'poller'],
  docsUrl: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes.html',
  icon: { aws: 'resource/AmazonEventBridgePipes.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['batchSize', 'maximumBatchingWindowInSeconds', 'filterPattern'],
  limits,
  simulation,
  iac,
});
