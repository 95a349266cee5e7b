import { noPublicBucket } from '../../../shared/rules/security/no-public-bucket.ts';
import { testRule } from './rule-cases.ts';

testRule(noPublicBucket, {
  accepts: { 'the default': { nodes: { b: 's3' } } },
  rejects: [
    {
      because: 'Block Public Access off',
      design: { nodes: { b: ['s3', { blockPublicAccess: false }] } },
      target: 'b',
      property: 'blockPublicAccess',
      message: ['Block Public Access off'],
      repairs: ['set-blockPublicAccess'],
    },
  ],
});
