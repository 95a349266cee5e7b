import { defineService } from '../define-service.ts';
import { dataIn, dataOut } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const onpremDb = defineService({
  id: 'onprem-db',
  displayName: 'On-premises database',
  shortName: 'On-premises database',
  category: 'Producers and on-premises',
  summary: 'A relational or document database outside AWS that is migrated, replicated or queried.',
  keywords: [
    'oracle',
    'sql server',
    'mysql',
    'postgresql',
    'db2',
    'legacy',
    'data center',
    'source database',
  ],
  docsUrl: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Introduction.Sources.html',
  icon: { aws: 'resource/Database.svg' },
  lifecycle: { status: 'available' },
  ports: [dataIn, dataOut],
  properties,
  facts: ['engineName', 'serverName'],
  limits,
  simulation,
  iac,
});
