import { carriesRecords } from '../view/estimate-flows.ts';
import type { EdgeView, NodeView } from '../view/design-view.ts';

/** Edges on which consumers read the stream. */
export function getReaders(stream: NodeView): EdgeView[] {
  return stream.outgoing.filter(carriesRecords);
}

/** Whether the consumer is registered for enhanced fan-out. */
export function isFanOut(reader: EdgeView): boolean {
  return reader.config.has('fanOut') && reader.config.text('fanOut') === 'enhanced';
}

/** Consumers that poll and therefore share each shard's 2 MB/s and 5 calls/s. */
export function getSharedReaders(stream: NodeView): EdgeView[] {
  return getReaders(stream).filter((reader) => !isFanOut(reader));
}

/** Shards of a provisioned stream; undefined for on-demand streams, which AWS scales. */
export function findShardCount(stream: NodeView): number | undefined {
  return stream.config.text('streamMode') === 'PROVISIONED'
    ? Math.max(1, stream.config.number('shardCount'))
    : undefined;
}

/** Limits of one shard (KDS-Q). */
export const shard = {
  writeBytesPerSecond: 1_000_000,
  writeRecordsPerSecond: 1000,
  readBytesPerSecond: 2_000_000,
} as const;

/** Said with every number that comes from workloads instead of a simulation. */
export const estimated = 'estimated from the workloads upstream';
