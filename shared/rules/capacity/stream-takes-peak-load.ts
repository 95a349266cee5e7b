import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { count, formatByteRate, formatNumber } from '../wording.ts';
import { estimated, findShardCount, shard } from './stream-readers.ts';

export const streamTakesPeakLoad = defineNodeRule({
  id: 'stream-takes-peak-load',
  codes: ['G-015'],
  severity: 'error',
  category: 'Capacity',
  title: 'A provisioned stream takes the peak of its load',
  description:
    'Above 1 MB/s or 1,000 records/s per shard Kinesis answers `ProvisionedThroughputExceededException`. ' +
    'Records are late while producers retry and lost when they give up.',
  sources: ['KDS-Q', 'N-080', 'N-091'],
  services: ['kds'],
  reach: 'rates',
  check: (node) => {
    const shards = findShardCount(node);
    const { bytesPeak, recordsPeak, bytesMean, recordsMean } = node.arrivals;
    if (shards === undefined) return [];
    // A mean above the capacity is the finding of stream-has-enough-shards.
    if (getNeed(bytesMean, recordsMean) > shards) return [];
    const need = getNeed(bytesPeak, recordsPeak);
    if (need <= shards) return [];
    const wanted = Math.ceil(need);
    return [
      {
        message:
          `${node.name} gets up to ${formatByteRate(bytesPeak)} and ${formatNumber(recordsPeak)} records/s ` +
          `(${estimated}), but ${count(shards, 'shard takes', 'shards take')} ${formatByteRate(shards * shard.writeBytesPerSecond)} ` +
          `and ${formatNumber(shards * shard.writeRecordsPerSecond)} records/s. Use ${wanted} shards, or on-demand mode.`,
        property: 'shardCount',
        repairs: [
          setNodeProperty(node, 'shardCount', wanted, `Set ${count(wanted, 'shard')}`),
          setNodeProperty(node, 'streamMode', 'ON_DEMAND', 'Switch to on-demand'),
        ],
      },
    ];
  },
});

/** Shards that writing asks for, before rounding. */
function getNeed(bytesPerSecond: number, recordsPerSecond: number): number {
  return Math.max(bytesPerSecond / shard.writeBytesPerSecond, recordsPerSecond / shard.writeRecordsPerSecond);
}
