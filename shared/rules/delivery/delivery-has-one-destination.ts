import { defineNodeRule } from '../define-rule.ts';
import { removeEdge } from '../repairs.ts';
import { listNames, quoteName } from '../wording.ts';
import { getBuckets, getOtherDestinations } from './delivery-ends.ts';

export const deliveryHasOneDestination = defineNodeRule({
  id: 'delivery-has-one-destination',
  codes: ['G-022'],
  severity: 'error',
  category: 'Delivery',
  title: 'A Firehose stream has one destination',
  description:
    'A Firehose stream delivers to exactly one destination; an S3 bucket beside another destination is its ' +
    'backup. To feed several destinations, put a Kinesis data stream in front and give each its own Firehose stream.',
  sources: ['FH-API', 'N-112'],
  services: ['firehose'],
  reach: 'neighbours',
  check: (node) => {
    const others = getOtherDestinations(node);
    const destinations = others.length > 0 ? others : getBuckets(node);
    if (destinations.length <= 1) return [];
    return [
      {
        message: `${node.name} has ${destinations.length} destinations: ${listNames(destinations.map((edge) => edge.target))}; one is allowed. Use one Firehose stream for each, fed by the same Kinesis data stream.`,
        repairs: destinations.slice(1).map((edge) => ({
          ...removeEdge(edge, `Remove the edge to ${quoteName(edge.target)}`),
          id: `remove-${edge.id}`,
        })),
      },
    ];
  },
});
