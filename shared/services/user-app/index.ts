import { defineService } from '../define-service.ts';
import { dataIn, dataOut } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const userApp = defineService({
  id: 'user-app',
  displayName: 'User or client application',
  shortName: 'User application',
  category: 'External systems',
  summary: 'People or programs that ask, look at results and receive notifications.',
  keywords: ['client', 'browser', 'mobile', 'person', 'analyst', 'frontend', 'consumer', 'email'],
  docsUrl: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html',
  icon: { aws: 'resource/Users.svg' },
  lifecycle: { status: 'available' },
  ports: [dataIn, dataOut],
  properties,
  facts: ['timeoutSeconds'],
  limits,
  simulation,
  iac,
});
