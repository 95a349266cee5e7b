import { defineNodeRule } from '../define-rule.ts';
import type { Repair } from '../finding.ts';
import type { EdgeView } from '../view/design-view.ts';
import { formatByteRate, joinWords, quoteName } from '../wording.ts';
import { estimated, findShardCount, getSharedReaders, shard } from './stream-readers.ts';

/** From this many on AWS advises dedicated throughput. */
const manyConsumers = 3;

export const pollingConsumersShareThroughput = defineNodeRule({
  id: 'polling-consumers-share-throughput',
  codes: ['G-011'],
  severity: 'warning',
  category: 'Capacity',
  title: 'Polling consumers of a stream fit into 2 MB/s per shard',
  description:
    'All consumers that poll share 2 MB/s and 5 calls/s of each shard. One that catches up after a failure ' +
    'slows all the others down. Enhanced fan-out gives each consumer 2 MB/s of its own, for a charge per ' +
    'consumer and shard hour.',
  sources: ['KDS-LIM', 'KDS-SFO', 'KDS-EFO', 'N-094'],
  services: ['kds'],
  reach: 'rates',
  check: (node) => {
    const readers = getSharedReaders(node);
    const shards = findShardCount(node);
    const demand = node.arrivals.bytesPeak * readers.length;
    const capacity = (shards ?? 0) * shard.readBytesPerSecond;
    const tooMuch = shards !== undefined && demand > capacity;
    if (readers.length < manyConsumers && !tooMuch) return [];
    const names = joinWords(
      readers.map((reader) => quoteName(reader.target)),
      'and',
    );
    const load = tooMuch
      ? ` They want ${formatByteRate(demand)} (${estimated}); the stream gives ${formatByteRate(capacity)}.`
      : '';
    return [
      {
        message: `${names} poll ${node.name} and share 2 MB/s per shard.${load} Register consumers for enhanced fan-out or add shards.`,
        repairs: [useFanOut(readers)],
      },
    ];
  },
});

function useFanOut(readers: readonly EdgeView[]): Repair {
  const ids = new Set(readers.filter((reader) => reader.config.has('fanOut')).map((reader) => reader.id));
  return {
    id: 'use-enhanced-fan-out',
    label: 'Use enhanced fan-out for these consumers',
    // Costs money per consumer and hour, so the designer decides.
    safe: false,
    apply: (draft) => {
      for (const edge of draft.edges) if (ids.has(edge.id)) edge.properties['fanOut'] = 'enhanced';
    },
  };
}
