import { getShardAdvice } from '../../simulator/model/sizing.ts';
import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { count, formatByteRate, formatNumber } from '../wording.ts';
import { estimated, findShardCount, getSharedReaders, shard } from './stream-readers.ts';

export const streamHasEnoughShards = defineNodeRule({
  id: 'stream-has-enough-shards',
  codes: ['G-014'],
  severity: 'error',
  category: 'Capacity',
  title: 'A provisioned stream has the shards that its mean load needs',
  description:
    'A shard takes 1 MB/s or 1,000 records/s and gives 2 MB/s to all polling consumers together. With fewer ' +
    'shards than `max(write KB/s ÷ 1000, read KB/s ÷ 2000)` producers are throttled all the time, or ' +
    'consumers fall behind until records expire unread.',
  sources: ['N-083', 'KDS-FAQ', 'KDS-MODE', 'KDS-Q'],
  services: ['kds'],
  reach: 'rates',
  check: (node) => {
    const shards = findShardCount(node);
    const { bytesMean, recordsMean, recordBytes } = node.arrivals;
    if (shards === undefined || recordsMean === 0) return [];
    const sharedConsumers = getSharedReaders(node).length;
    const needed = Math.max(
      bytesMean / shard.writeBytesPerSecond,
      (bytesMean * sharedConsumers) / shard.readBytesPerSecond,
      recordsMean / shard.writeRecordsPerSecond,
    );
    if (needed <= shards) return [];
    const advice = getShardAdvice({
      recordSizeBytes: recordBytes,
      recordsPerSecond: recordsMean,
      sharedConsumers,
    });
    const wanted = Math.max(advice.shards, Math.ceil(needed));
    return [
      {
        message:
          `${node.name} has ${count(shards, 'shard')} but needs ${wanted}: ${formatByteRate(bytesMean)} and ` +
          `${formatNumber(recordsMean)} records/s come in and ${count(sharedConsumers, 'consumer polls', 'consumers poll')} ` +
          `(${estimated}). ${advice.formula}.`,
        property: 'shardCount',
        repairs: [setNodeProperty(node, 'shardCount', wanted, `Set ${count(wanted, 'shard')}`)],
      },
    ];
  },
});
