import { defineEdgeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { managedReaders } from './object-readers.ts';

export const managedReadersHaveNoCustomerKey = defineEdgeRule({
  id: 'managed-readers-have-no-customer-key',
  codes: ['G-048'],
  severity: 'error',
  category: 'Security',
  title: 'Managed services do not read from SSE-C buckets',
  description:
    'With SSE-C every request carries the key in its headers. Athena, Glue, Redshift, EMR, SageMaker and Bedrock ' +
    'cannot send it, so they cannot read the objects.',
  sources: ['S3-SSEC', 'N-046', 'N-047'],
  from: ['s3'],
  to: managedReaders,
  reach: 'ends',
  check: ({ source: bucket, target: reader }) => {
    if (bucket.config.text('encryption') !== 'SSE_C') return [];
    return [
      {
        message: `${reader.name} cannot read ${bucket.name}: SSE-C objects need their key in every request. Use SSE-KMS, or decrypt in compute of your own over HTTPS.`,
        targets: [
          { kind: 'node', id: bucket.id, property: 'encryption' },
          { kind: 'node', id: reader.id },
        ],
        repairs: [setNodeProperty(bucket, 'encryption', 'SSE_KMS', 'Use SSE-KMS')],
      },
    ];
  },
});
