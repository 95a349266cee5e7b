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
    const capacity = (shards ?? Infinity) * shard.readBytesPerSecond;
    const tooMuch = demand > capacity;
    // Firehose and other managed pollers cannot register; three of those are a matter of volume alone.
    const registrable = readers.filter((reader) => reader.config.has('fanOut'));
    const tooMany = readers.length >= manyConsumers && registrable.length > 0;
    if (!tooMany && !tooMuch) return [];
    const names = joinWords(
      readers.map((reader) => quoteName(reader.target)),
      'and',
    );
    const load = tooMuch
      ? ` They want ${formatByteRate(demand)} (${estimated}); the stream gives ${formatByteRate(capacity)}.`
      : '';
    return [
      {
        message: `${names} poll ${node.name} and share 2 MB/s per shard.${load} ${registrable.length > 0 ? 'Register consumers for enhanced fan-out or add shards' : 'None of them can have throughput of its own: add shards or read the stream fewer times'}.`,
        repairs: suffices(readers.length - registrable.length, node.arrivals.bytesPeak, capacity)
          ? [useFanOut(registrable)]
          : [],
      },
    ];
  },
});

/** Whether the pollers that remain are few enough and fit; registering the others then settles it. */
function suffices(pollers: number, bytesPeak: number, capacity: number): boolean {
  return pollers < manyConsumers && pollers * bytesPeak <= capacity;
}

function useFanOut(readers: readonly EdgeView[]): Repair {
  const ids = new Set(readers.map((reader) => reader.id));
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
