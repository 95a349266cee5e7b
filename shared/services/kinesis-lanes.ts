import type { Configuration } from './configuration.ts';

const bytesPerShard = 1_000_000;
const onDemandStartBytes = 4_000_000;

/**
 * Shards a reader of a Kinesis data stream sees, from the stream's own configuration: as set when
 * provisioned, else one for each MB/s of on-demand capacity (twice the peak, at least 4 MB/s).
 */
export function getShardCount(stream: Configuration): number {
  if (stream.text('streamMode') === 'PROVISIONED') return stream.number('shardCount');
  const capacity = Math.max(onDemandStartBytes, 2 * stream.number('onDemandPeakBytesPerSecond'));
  return Math.ceil(capacity / bytesPerShard);
}
