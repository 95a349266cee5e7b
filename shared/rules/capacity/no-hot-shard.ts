import type { Workload } from '../../graph/design.ts';
import { getKeyShares } from '../../simulator/kernel/key-shares.ts';
import { defineNodeRule } from '../define-rule.ts';
import type { NodeView } from '../view/design-view.ts';
import { carriesRecords } from '../view/estimate-flows.ts';
import { getWorkloadFlow } from '../view/workload-flow.ts';
import { formatByteRate, formatNumber } from '../wording.ts';
import { estimated, findShardCount, shard } from './stream-readers.ts';

/** Above this many keys skew is left to the simulation: hashing them takes too long while typing. */
const mostKeys = 20_000;

export const noHotShard = defineNodeRule({
  id: 'no-hot-shard',
  codes: ['G-015'],
  severity: 'error',
  category: 'Capacity',
  title: 'Partition keys spread the load so that no shard is over its limit',
  description:
    'The MD5 hash of the partition key decides the shard, so all records of one key land on one shard. A few ' +
    'frequent keys fill one shard while the others idle; more shards do not help a single key above 1 MB/s ' +
    'or 1,000 records/s, not even in on-demand mode.',
  sources: ['KDS-KEY', 'KDS-MODE', 'N-077', 'N-080'],
  services: ['kds'],
  reach: 'design',
  check: (node) => {
    const shards = findShardCount(node);
    if (shards === undefined || shards < 2) return [];
    const { bytesPeak, recordsPeak } = node.arrivals;
    // All of it fits one shard, or is too much for all: neither is a matter of keys.
    const fitsOne = bytesPeak <= shard.writeBytesPerSecond && recordsPeak <= shard.writeRecordsPerSecond;
    const exceedsAll =
      bytesPeak > shards * shard.writeBytesPerSecond || recordsPeak > shards * shard.writeRecordsPerSecond;
    if (fitsOne || exceedsAll) return [];
    const share = findLargestShare(findWorkloadsUpstream(node), shards);
    if (share === undefined) return [];
    const bytes = bytesPeak * share;
    const records = recordsPeak * share;
    if (bytes <= shard.writeBytesPerSecond && records <= shard.writeRecordsPerSecond) return [];
    return [
      {
        message:
          `The busiest of the ${shards} shards of ${node.name} gets ${formatNumber(share * 100)} % of the records: ` +
          `up to ${formatByteRate(bytes)} and ${formatNumber(records)} records/s (${estimated}); a shard takes 1 MB/s ` +
          'and 1,000 records/s. Choose a partition key with more, evenly used values, or add shards.',
        property: 'shardCount',
        part: 'keys',
      },
    ];
  },
});

function findWorkloadsUpstream(node: NodeView): Workload[] {
  const seen = new Set<NodeView>([node]);
  for (const item of seen) {
    for (const edge of item.incoming) if (carriesRecords(edge)) seen.add(edge.source);
  }
  return [...seen].flatMap((item) => item.workloads);
}

/** Share of the records that the busiest shard gets; undefined when there are no or too many keys. */
function findLargestShare(workloads: readonly Workload[], shards: number): number | undefined {
  const total = workloads.reduce((sum, workload) => sum + getWorkloadFlow(workload).recordsMean, 0);
  if (total <= 0) return undefined;
  const shares = new Array<number>(shards).fill(0);
  for (const workload of workloads) {
    if (!(workload.keyCount >= 1 && workload.keyCount <= mostKeys)) return undefined;
    const weight = getWorkloadFlow(workload).recordsMean / total;
    for (const [lane, share] of getKeyShares(workload.keyCount, workload.keys, shards).entries())
      shares[lane] = (shares[lane] ?? 0) + weight * share;
  }
  return Math.max(...shares);
}
