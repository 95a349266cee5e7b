import { defineEdgeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { managedReaders } from './object-readers.ts';

export const queryEnginesReadWhatTheyCanDecrypt = defineEdgeRule({
  id: 'query-engines-read-what-they-can-decrypt',
  codes: ['G-050'],
  severity: 'error',
  category: 'Security',
  title: 'Managed services do not read client-side encrypted objects',
  description:
    'Objects that the client encrypts before upload are noise to everyone without the key. Athena, Glue, Redshift, ' +
    'EMR, SageMaker and Bedrock have no place to give it to them.',
  sources: ['N-049', 'N-050'],
  from: ['s3'],
  to: managedReaders,
  reach: 'ends',
  check: ({ source: bucket, target: reader }) => {
    if (bucket.config.text('encryption') !== 'CLIENT_SIDE') return [];
    return [
      {
        message: `${reader.name} cannot read ${bucket.name}: its objects are encrypted by the client. Decrypt them in compute that has the key, or use SSE-KMS.`,
        targets: [
          { kind: 'node', id: bucket.id, property: 'encryption' },
          { kind: 'node', id: reader.id },
        ],
        repairs: [setNodeProperty(bucket, 'encryption', 'SSE_KMS', 'Use SSE-KMS')],
      },
    ];
  },
});
