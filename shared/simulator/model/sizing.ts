/** What the shard advice rests on. Sizes in bytes, rates per second, 1 KB = 1,000 bytes. */
export interface ShardDemand {
  recordSizeBytes: number;
  recordsPerSecond: number;
  /** Consumers that share each shard's read limit. */
  sharedConsumers: number;
}

export interface ShardAdvice {
  shards: number;
  writeKBPerSecond: number;
  readKBPerSecond: number;
  /** Shards each limit asks for, before rounding. */
  byWrite: number;
  byRead: number;
  byRecords: number;
  /** The term that decides. */
  decidedBy: 'write' | 'read' | 'records';
  /** The formula with the numbers put in. */
  formula: string;
  sources: readonly string[];
}

/**
 * Shards a provisioned stream needs: max(write KB/s ÷ 1,000, read KB/s ÷ 2,000) rounded up (N-083,
 * KDS-FAQ), and never fewer than records/s ÷ 1,000, the record limit of a shard (KDS-Q). Records
 * are rounded up to whole KB as the current guide does (KDS-MODE).
 */
export function getShardAdvice(demand: ShardDemand): ShardAdvice {
  const recordKB = Math.max(1, Math.ceil(demand.recordSizeBytes / 1000));
  const writeKBPerSecond = recordKB * demand.recordsPerSecond;
  const readKBPerSecond = writeKBPerSecond * demand.sharedConsumers;
  const byWrite = writeKBPerSecond / 1000;
  const byRead = readKBPerSecond / 2000;
  const byRecords = demand.recordsPerSecond / 1000;
  const needed = Math.max(byWrite, byRead, byRecords);
  const shards = Math.max(1, Math.ceil(needed));
  const decidedBy =
    byRead > byWrite && byRead >= byRecords ? 'read' : byWrite >= byRecords ? 'write' : 'records';
  const show = (value: number): string => String(Math.round(value * 1000) / 1000);
  const formula =
    `max(write ${show(writeKBPerSecond)} KB/s ÷ 1000, read ${show(readKBPerSecond)} KB/s ÷ 2000, ` +
    `${show(demand.recordsPerSecond)} records/s ÷ 1000) = max(${show(byWrite)}, ${show(byRead)}, ${show(byRecords)}) → ${shards}`;
  return {
    shards,
    writeKBPerSecond,
    readKBPerSecond,
    byWrite,
    byRead,
    byRecords,
    decidedBy,
    formula,
    sources: ['N-083', 'KDS-FAQ', 'KDS-MODE', 'KDS-Q'],
  };
}
