import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const viewersUseHttps = defineNodeRule({
  id: 'viewers-use-https',
  codes: ['G-052'],
  severity: 'warning',
  category: 'Security',
  title: 'People reach a distribution over HTTPS',
  description:
    'With `allow-all` CloudFront answers plain HTTP, so that anybody on the way can read and change what is delivered. ' +
    'Redirecting to HTTPS costs one round trip.',
  sources: ['N-051', 'CF-S3'],
  services: ['cloudfront'],
  reach: 'own',
  check: (node) => {
    if (node.config.text('viewerProtocolPolicy') !== 'allow-all') return [];
    return [
      {
        message: `${node.name} answers plain HTTP (allow-all). Redirect to HTTPS.`,
        property: 'viewerProtocolPolicy',
        repairs: [setNodeProperty(node, 'viewerProtocolPolicy', 'redirect-to-https', 'Redirect to HTTPS')],
      },
    ];
  },
});
