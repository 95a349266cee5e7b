import { defineService } from '../define-service.ts';
import { dataIn } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const datadog = defineService({
  id: 'datadog',
  displayName: 'Datadog',
  shortName: 'Datadog',
  category: 'External systems',
  summary: 'Receives logs and metrics from Firehose or EventBridge.',
  keywords: ['log', 'metrics', 'monitoring', 'observability', 'saas'],
  docsUrl: 'https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html',
  icon: { glyph: 'radio-tower' },
  lifecycle: { status: 'available' },
  ports: [dataIn],
  properties,
  facts: ['recordsPerSecond'],
  limits,
  simulation,
  iac,
});
