import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { count } from '../wording.ts';

export const flinkParallelismWithinShards = defineNodeRule({
  id: 'flink-parallelism-within-shards',
  codes: ['G-037'],
  severity: 'warning',
  category: 'Processing',
  title: 'A Managed Flink application is not more parallel than its stream has shards',
  description:
    'Each shard is read by one subtask. Subtasks beyond the number of shards sit idle and are paid for, unless later ' +
    'operators need them.',
  sources: ['MSF-CON', 'MSF-SCALE'],
  services: ['msf'],
  reach: 'neighbours',
  check: (node) => {
    const streams = node.incoming.map((edge) => edge.source).filter((source) => source.service === 'kds');
    const provisioned = streams.filter((stream) => stream.config.text('streamMode') === 'PROVISIONED');
    if (streams.length === 0 || provisioned.length < streams.length) return [];
    const shards = provisioned.reduce((sum, stream) => sum + stream.config.number('shardCount'), 0);
    const parallelism = node.config.number('parallelism');
    if (parallelism <= shards) return [];
    return [
      {
        message: `${node.name} runs ${parallelism} tasks in parallel, but its streams have ${count(shards, 'shard')}; the others read nothing. Lower the parallelism or add shards.`,
        property: 'parallelism',
        repairs: [setNodeProperty(node, 'parallelism', shards, `Set the parallelism to ${shards}`)],
      },
    ];
  },
});
