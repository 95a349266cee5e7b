import { defineService } from '../define-service.ts';
import { dataIn, dataOut } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const thirdPartyHttp = defineService({
  id: 'third-party-http',
  displayName: 'Third-party HTTPS endpoint',
  shortName: 'HTTPS endpoint',
  category: 'External systems',
  summary: 'A web service outside AWS that receives records over HTTPS, or calls in with them (webhook).',
  keywords: ['http', 'https', 'webhook', 'rest', 'saas', 'api', 'partner', 'endpoint'],
  docsUrl: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html',
  icon: { aws: 'resource/Internet.svg' },
  lifecycle: { status: 'available' },
  ports: [dataIn, dataOut],
  properties,
  facts: ['recordsPerSecond', 'overload'],
  limits,
  simulation,
  iac,
});
