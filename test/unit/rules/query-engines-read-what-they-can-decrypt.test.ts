import { queryEnginesReadWhatTheyCanDecrypt } from '../../../shared/rules/security/query-engines-read-what-they-can-decrypt.ts';
import { testRule } from './rule-cases.ts';

testRule(queryEnginesReadWhatTheyCanDecrypt, {
  accepts: {
    'encryption by S3': { nodes: { b: 's3', job: 'glue-etl' }, edges: ['b > job'] },
    'compute that has the key': {
      nodes: { b: ['s3', { encryption: 'CLIENT_SIDE' }], vm: 'ec2' },
      edges: ['b > vm'],
    },
  },
  rejects: [
    {
      because: 'a Glue job on client-side encrypted objects',
      design: { nodes: { b: ['s3', { encryption: 'CLIENT_SIDE' }], job: 'glue-etl' }, edges: ['b > job'] },
      target: 'b',
      property: 'encryption',
      message: ['encrypted by the client'],
      repairs: ['set-encryption'],
    },
  ],
});
