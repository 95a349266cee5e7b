import { logExportBucketHasNoDsse } from '../../../shared/rules/observability/log-export-bucket-has-no-dsse.ts';
import { testRule } from './rule-cases.ts';

testRule(logExportBucketHasNoDsse, {
  accepts: { 'SSE-KMS': { nodes: { g: 'cw-logs', b: ['s3', { encryption: 'SSE_KMS' }] }, edges: ['g > b'] } },
  rejects: [
    {
      because: 'DSSE-KMS',
      design: { nodes: { g: 'cw-logs', b: ['s3', { encryption: 'DSSE_KMS' }] }, edges: ['g > b'] },
      target: 'b',
      property: 'encryption',
      message: ['DSSE-KMS', 'SSE-S3 or SSE-KMS'],
      repairs: ['set-encryption'],
    },
  ],
});
