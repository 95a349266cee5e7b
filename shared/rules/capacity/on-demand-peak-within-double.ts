import { defineNodeRule } from '../define-rule.ts';
import { formatByteRate } from '../wording.ts';
import { estimated } from './stream-readers.ts';

/** Write capacity of a new on-demand stream in bytes per second. */
const startBytesPerSecond = 4_000_000;

export const onDemandPeakWithinDouble = defineNodeRule({
  id: 'on-demand-peak-within-double',
  codes: ['G-016'],
  severity: 'warning',
  category: 'Capacity',
  title: 'The peak of an on-demand stream is at most twice the peak of the last 30 days',
  description:
    'On-demand streams hold twice the write peak of the last 30 days ready, and at least 4 MB/s. Growth beyond ' +
    'that within 15 minutes is throttled until AWS has split shards.',
  sources: ['KDS-MODE', 'KDS-LIM', 'N-086', 'N-087'],
  services: ['kds'],
  reach: 'rates',
  check: (node) => {
    if (node.config.text('streamMode') !== 'ON_DEMAND') return [];
    const known = node.config.number('onDemandPeakBytesPerSecond');
    const capacity = Math.max(startBytesPerSecond, 2 * known);
    const peak = node.arrivals.bytesPeak;
    if (peak <= capacity) return [];
    return [
      {
        message: `${node.name} gets up to ${formatByteRate(peak)} (${estimated}); with a peak of ${formatByteRate(known)} in the last 30 days it takes ${formatByteRate(capacity)}. Raise the load over several 15-minute steps, or start with provisioned shards.`,
        property: 'onDemandPeakBytesPerSecond',
      },
    ];
  },
});
