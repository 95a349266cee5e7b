import { defineService } from '../define-service.ts';
import { defineNotExported } from '../not-exported.ts';
import { dataIn } from '../ports.ts';
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
  iac: defineNotExported('Datadog runs outside AWS; Firehose takes its intake address and key as inputs.'),
});
