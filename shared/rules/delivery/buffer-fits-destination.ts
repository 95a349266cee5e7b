import { defineNodeRule, type Problem } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import type { NodeView } from '../view/design-view.ts';
import { getOtherDestinations } from './delivery-ends.ts';

interface BufferLimits {
  sizeMBs: number;
  intervalSeconds: number;
}

/** Largest buffers by destination (FH-BUF); S3 takes what the properties allow. */
const largest: Readonly<Record<string, BufferLimits>> = {
  opensearch: { sizeMBs: 100, intervalSeconds: 900 },
  splunk: { sizeMBs: 5, intervalSeconds: 60 },
  'third-party-http': { sizeMBs: 64, intervalSeconds: 900 },
  mongodb: { sizeMBs: 16, intervalSeconds: 900 },
  datadog: { sizeMBs: 4, intervalSeconds: 900 },
};

export const bufferFitsDestination = defineNodeRule({
  id: 'buffer-fits-destination',
  severity: 'error',
  category: 'Delivery',
  title: 'The buffer of a Firehose stream is within what its destination takes',
  description:
    'Each destination has its own largest buffer: 100 MB for OpenSearch, 64 MB for HTTP endpoints, 16 MB for ' +
    'MongoDB, 4 MB for Datadog, and 5 MB or 60 seconds for Splunk. AWS refuses larger values.',
  sources: ['FH-BUF'],
  services: ['firehose'],
  reach: 'neighbours',
  check: (node) =>
    getOtherDestinations(node).flatMap((edge) => {
      const limits = largest[edge.target.service];
      return limits
        ? [
            ...checkOne(node, edge.target, 'bufferSizeMBs', limits.sizeMBs, 'MB'),
            ...checkOne(node, edge.target, 'bufferIntervalSeconds', limits.intervalSeconds, 's'),
          ]
        : [];
    }),
});

function checkOne(
  node: NodeView,
  destination: NodeView,
  property: 'bufferSizeMBs' | 'bufferIntervalSeconds',
  most: number,
  unit: string,
): Problem[] {
  const value = node.config.number(property);
  // The export lowers a value nobody chose to what the destination takes.
  if (value <= most || !node.config.isSet(property)) return [];
  return [
    {
      message: `${node.name} buffers ${value} ${unit} for ${destination.name}; at most ${most} ${unit} are allowed there.`,
      property,
      part: property,
      repairs: [setNodeProperty(node, property, most, `Set to ${most} ${unit}`)],
    },
  ];
}
