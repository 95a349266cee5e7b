import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const msk = defineService({
  id: 'msk',
  displayName: 'Amazon Managed Streaming for Apache Kafka',
  shortName: 'MSK',
  category: 'Streaming',
  summary:
    'Apache Kafka run by AWS: topics split into partitions that many consumers read at their own pace.',
  keywords: ['kafka', 'topic', 'partition', 'broker', 'stream'],
  docsUrl: 'https://docs.aws.amazon.com/msk/latest/developerguide/what-is-msk.html',
  icon: { aws: 'architecture-service/AmazonManagedStreamingforApacheKafka.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['deployment', 'instanceType', 'partitions'],
  limits,
  simulation,
  iac,
});
