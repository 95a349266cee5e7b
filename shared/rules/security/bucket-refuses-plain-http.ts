import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const bucketRefusesPlainHttp = defineNodeRule({
  id: 'bucket-refuses-plain-http',
  codes: ['G-051'],
  severity: 'warning',
  category: 'Security',
  title: 'Buckets refuse requests without TLS',
  description:
    'S3 answers plain HTTP unless the bucket policy denies requests with `aws:SecureTransport` false. Data and ' +
    'credentials would travel unencrypted.',
  sources: ['S3-BPA', 'N-051', 'N-053'],
  services: ['s3'],
  reach: 'own',
  check: (node) =>
    node.config.flag('enforceTls')
      ? []
      : [
          {
            message: `${node.name} accepts plain HTTP. Deny requests without TLS (aws:SecureTransport) in the bucket policy.`,
            property: 'enforceTls',
            repairs: [setNodeProperty(node, 'enforceTls', true, 'Refuse plain HTTP')],
          },
        ],
});
