import { defineService } from '../define-service.ts';
import { producerPorts } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const producerSdk = defineService({
  id: 'producer-sdk',
  displayName: 'Producer with an AWS SDK',
  shortName: 'SDK producer',
  category: 'Producers and on-premises',
  summary:
    'A program of yours that sends records through an AWS SDK: a web server, an app back end, a script.',
  keywords: ['producer', 'application', 'web server', 'clickstream', 'PutRecord', 'PutRecords', 'source'],
  docsUrl: 'https://docs.aws.amazon.com/streams/latest/dev/developing-producers-with-sdk.html',
  icon: { aws: 'architecture-service/AWSToolsandSDKs.svg' },
  lifecycle: { status: 'available' },
  ports: producerPorts,
  properties,
  facts: ['runsOn', 'batchRecords'],
  limits,
  simulation,
  iac,
});
