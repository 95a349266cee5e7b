import { defineService } from '../define-service.ts';
import { dataIn } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const splunk = defineService({
  id: 'splunk',
  displayName: 'Splunk HTTP Event Collector',
  shortName: 'Splunk',
  category: 'External systems',
  summary: 'Receives and indexes events from Firehose through the HTTP Event Collector.',
  keywords: ['log', 'siem', 'hec', 'search', 'monitoring'],
  docsUrl: 'https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html',
  icon: { glyph: 'search' },
  lifecycle: { status: 'available' },
  ports: [dataIn],
  properties,
  facts: ['recordsPerSecond', 'acknowledgmentSeconds'],
  limits,
  simulation,
  iac,
});
