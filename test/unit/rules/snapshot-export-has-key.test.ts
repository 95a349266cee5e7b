import { snapshotExportHasKey } from '../../../shared/rules/databases/snapshot-export-has-key.ts';
import { testRule } from './rule-cases.ts';

testRule(snapshotExportHasKey, {
  accepts: { 'a key': { nodes: { m: 'kms', d: 'rds', b: 's3' }, edges: ['m > d', 'd > b'] } },
  rejects: [
    {
      because: 'an export without a key',
      design: { nodes: { d: 'rds', b: 's3' }, edges: ['d > b'] },
      target: 'd-to-b',
      message: ['no KMS key'],
      repairs: ['add-kms'],
    },
  ],
});
