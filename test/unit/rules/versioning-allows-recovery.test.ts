import { versioningAllowsRecovery } from '../../../shared/rules/storage/versioning-allows-recovery.ts';
import { testRule } from './rule-cases.ts';

testRule(versioningAllowsRecovery, {
  accepts: {
    'versioning, the default': { nodes: { in: 'firehose', b: 's3' }, edges: ['in > b'] },
    'a staging bucket': {
      nodes: { in: 'firehose', b: ['s3', { versioning: false, lifecycleRules: [{ expirationDays: 7 }] }] },
      edges: ['in > b'],
    },
  },
  rejects: [
    {
      because: 'a bucket that keeps data without versions',
      design: { nodes: { in: 'firehose', b: ['s3', { versioning: false }] }, edges: ['in > b'] },
      target: 'b',
      property: 'versioning',
      message: ['versioning off'],
      repairs: ['set-versioning'],
    },
  ],
});
