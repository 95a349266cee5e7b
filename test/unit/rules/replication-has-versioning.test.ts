import { replicationHasVersioning } from '../../../shared/rules/storage/replication-has-versioning.ts';
import { testRule } from './rule-cases.ts';

testRule(replicationHasVersioning, {
  accepts: { 'versioning in both': { nodes: { a: 's3', b: 's3' }, edges: ['a > b'] } },
  rejects: [
    {
      because: 'a target without versioning',
      design: { nodes: { a: 's3', b: ['s3', { versioning: false }] }, edges: ['a > b'] },
      target: 'a-to-b',
      message: ['versioning is off in “b”'],
      repairs: ['turn-versioning-on'],
    },
  ],
});
