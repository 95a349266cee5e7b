import { defineService } from '../define-service.ts';
import { dataIn, dataOut } from '../ports.ts';
import { iac } from './iac.ts';
import { limits } from './limits.ts';
import { properties } from './properties.ts';
import { simulation } from './simulation.ts';

export const mongodb = defineService({
  id: 'mongodb',
  displayName: 'MongoDB',
  shortName: 'MongoDB',
  category: 'External systems',
  summary:
    'Document database outside AWS, self-managed or Atlas: migrated, crawled, written to or used as a vector store.',
  keywords: ['document', 'nosql', 'atlas', 'vector', 'database', 'mongo'],
  docsUrl: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.MongoDB.html',
  icon: { glyph: 'database' },
  lifecycle: { status: 'available' },
  ports: [dataIn, dataOut],
  properties,
  facts: ['serverName', 'databaseName'],
  limits,
  simulation,
  iac,
});
