import { defineService } from '../define-service.ts';
import { producerPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const producerKpl = defineService({
  id: 'producer-kpl',
  displayName: 'Producer with the Kinesis Producer Library',
  shortName: 'KPL producer',
  category: 'Producers and on-premises',
  summary: 'A Java program that batches, aggregates and retries records for a Kinesis data stream by itself.',
  keywords: ['producer', 'kpl', 'aggregation', 'kinesis producer library', 'java'],
  docsUrl: 'https://docs.aws.amazon.com/streams/latest/dev/developing-producers-with-kpl.html',
  icon: { aws: 'architecture-service/AWSToolsandSDKs.svg' },
  lifecycle: { status: 'available' },
  ports: producerPorts,
  properties,
  facts: ['aggregationEnabled', 'recordMaxBufferedTimeMs'],
  limits,
  simulation,
  iac,
});
