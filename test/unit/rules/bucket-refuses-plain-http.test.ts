import { bucketRefusesPlainHttp } from '../../../shared/rules/security/bucket-refuses-plain-http.ts';
import { testRule } from './rule-cases.ts';

testRule(bucketRefusesPlainHttp, {
  accepts: { 'the default': { nodes: { b: 's3' } } },
  rejects: [
    {
      because: 'plain HTTP',
      design: { nodes: { b: ['s3', { enforceTls: false }] } },
      target: 'b',
      property: 'enforceTls',
      message: ['aws:SecureTransport'],
      repairs: ['set-enforceTls'],
    },
  ],
});
