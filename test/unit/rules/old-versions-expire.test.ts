import { oldVersionsExpire } from '../../../shared/rules/storage/old-versions-expire.ts';
import { testRule } from './rule-cases.ts';

testRule(oldVersionsExpire, {
  accepts: {
    'a rule for old versions': {
      nodes: { b: ['s3', { versioning: true, lifecycleRules: [{ noncurrentExpirationDays: 30 }] }] },
    },
    'no versions': { nodes: { b: ['s3', { versioning: false }] } },
  },
  rejects: [
    {
      because: 'versions that were asked for and stay for ever',
      design: { nodes: { b: ['s3', { versioning: true }] } },
      target: 'b',
      property: 'lifecycleRules',
      message: ['for ever'],
      repairs: ['add-lifecycle-rule'],
    },
    {
      because: 'versions by default, more gently',
      design: { nodes: { b: 's3' } },
      target: 'b',
      severity: 'advice',
      message: ['for ever'],
      repairs: ['add-lifecycle-rule'],
    },
  ],
});
