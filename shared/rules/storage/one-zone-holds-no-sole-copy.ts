import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const oneZoneHoldsNoSoleCopy = defineNodeRule({
  id: 'one-zone-holds-no-sole-copy',
  codes: ['G-095'],
  severity: 'warning',
  category: 'Storage',
  title: 'One Zone-IA does not hold the only copy of the data',
  description:
    'One Zone-IA keeps objects in a single Availability Zone; they are lost with it. Use it for data that can be ' +
    'made again, or keep a second copy in another bucket.',
  sources: ['S3-SC', 'N-009', 'N-021'],
  services: ['s3'],
  reach: 'neighbours',
  check: (node) => {
    if (node.config.text('storageClass') !== 'ONEZONE_IA') return [];
    const others = [...node.incoming.map((edge) => edge.source), ...node.outgoing.map((edge) => edge.target)];
    const hasCopy = others.some((other) => other.service === 's3');
    if (hasCopy || node.incoming.length === 0) return [];
    return [
      {
        message: `${node.name} holds the only copy of what ${node.incoming.map((edge) => edge.source.name).join(', ')} write, in One Zone-IA, which is lost with its Availability Zone. Use Standard-IA or replicate the bucket.`,
        property: 'storageClass',
        repairs: [setNodeProperty(node, 'storageClass', 'STANDARD_IA', 'Use Standard-IA')],
      },
    ];
  },
});
