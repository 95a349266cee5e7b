import { defineEdgeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const failedBatchesAreKept = defineEdgeRule({
  id: 'failed-batches-are-kept',
  codes: ['G-019'],
  severity: 'warning',
  category: 'Data loss',
  title: 'A function that reads a stream sends failed batches somewhere',
  description:
    'After its retries Lambda drops a batch that keeps failing and goes on, so that the shard is not blocked. Only an ' +
    'on-failure destination keeps where the lost records were.',
  sources: ['LM-DST', 'LM-ESM'],
  from: ['kds', 'dynamodb', 'msk'],
  to: ['lambda'],
  reach: 'ends',
  check: ({ source, target }) =>
    target.config.flag('deadLetterQueue')
      ? []
      : [
          {
            message: `${target.name} reads ${source.name} and drops batches that keep failing without a trace. Keep what failed in a queue.`,
            targets: [{ kind: 'node', id: target.id, property: 'deadLetterQueue' }],
            part: source.id,
            repairs: [setNodeProperty(target, 'deadLetterQueue', true, 'Keep what failed')],
          },
        ],
});
