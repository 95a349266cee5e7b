import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const noPublicBucket = defineNodeRule({
  id: 'no-public-bucket',
  codes: ['G-043'],
  severity: 'error',
  category: 'Security',
  title: 'Buckets block public access',
  description:
    'With Block Public Access off, a single policy or ACL can open every object to the internet. Publish through ' +
    'CloudFront with origin access control or with presigned URLs. If the bucket is public on purpose, accept the ' +
    'finding and say why.',
  sources: ['S3-BPA', 'N-034', 'N-055'],
  services: ['s3'],
  reach: 'own',
  check: (node) =>
    node.config.flag('blockPublicAccess')
      ? []
      : [
          {
            message: `${node.name} has Block Public Access off. Turn it on, and publish through CloudFront or presigned URLs.`,
            property: 'blockPublicAccess',
            repairs: [setNodeProperty(node, 'blockPublicAccess', true, 'Block public access')],
          },
        ],
});
