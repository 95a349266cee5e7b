import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const msf = defineService({
  id: 'msf',
  displayName: 'Amazon Managed Service for Apache Flink',
  shortName: 'Managed Flink',
  category: 'Streaming',
  summary: 'Runs Apache Flink applications: windows, joins, anomaly detection and enrichment of streams.',
  keywords: [
    'kinesis data analytics',
    'kda',
    'flink',
    'stream processing',
    'window',
    'sql',
    'random cut forest',
  ],
  docsUrl: 'https://docs.aws.amazon.com/managed-flink/latest/java/what-is.html',
  icon: { aws: 'architecture-service/AmazonManagedServiceforApacheFlink.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['runtimeEnvironment', 'parallelism', 'autoScalingEnabled'],
  limits,
  simulation,
  iac,
});
