import { defineService } from '../define-service.ts';
import { throughPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const firehose = defineService({
  id: 'firehose',
  displayName: 'Amazon Data Firehose',
  shortName: 'Data Firehose',
  category: 'Streaming',
  summary:
    'Collects records in a buffer, transforms and compresses them, and delivers the batches to a store.',
  keywords: ['delivery stream', 'kinesis firehose', 'etl', 'parquet', 'near real time', 'batch', 'copy'],
  docsUrl: 'https://docs.aws.amazon.com/firehose/latest/dev/what-is-this-service.html',
  icon: { aws: 'architecture-service/AmazonDataFirehose.svg' },
  lifecycle: { status: 'available' },
  ports: throughPorts,
  properties,
  facts: ['bufferSizeMBs', 'bufferIntervalSeconds', 'compressionFormat'],
  limits,
  simulation,
  iac,
});
