import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const kds = defineService({
  id: 'kds',
  displayName: 'Amazon Kinesis Data Streams',
  shortName: 'Kinesis Data Streams',
  category: 'Streaming',
  summary: 'Ordered, replayable stream of records split into shards; many consumers read it at once.',
  keywords: ['stream', 'shard', 'kafka', 'clickstream', 'real time', 'kinesis'],
  docsUrl: 'https://docs.aws.amazon.com/streams/latest/dev/introduction.html',
  icon: { aws: 'architecture-service/AmazonKinesisDataStreams.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['streamMode', 'shardCount', 'retentionPeriodHours'],
  limits,
  simulation,
  iac,
});
