import { defineEdgeRule, type Problem } from '../define-rule.ts';
import { setEdgeProperty } from '../repairs.ts';
import type { EdgeView } from '../view/design-view.ts';

/** Largest batch without a window, and the largest from FIFO queues at all. */
const smallBatch = 10;

export const queueBatchesArePossible = defineEdgeRule({
  id: 'queue-batches-are-possible',
  severity: 'error',
  category: 'Delivery',
  title: 'Batches that Lambda takes from a queue are ones it can form',
  description:
    'One call to SQS returns at most 10 messages. For larger batches Lambda collects over a batch window of at least ' +
    'one second; FIFO queues have neither larger batches nor a window. AWS refuses the mapping otherwise.',
  sources: ['LM-ESM', 'LA-SQS'],
  from: ['sqs'],
  to: ['lambda'],
  reach: 'ends',
  check: (edge) => {
    const size = edge.config.number('batchSize');
    const window = edge.config.number('maximumBatchingWindowInSeconds');
    return edge.source.config.text('queueType') === 'FIFO'
      ? checkFifo(edge, size, window)
      : checkStandard(edge, size, window);
  },
});

function checkStandard(edge: EdgeView, size: number, window: number): Problem[] {
  if (size <= smallBatch || window >= 1) return [];
  return [
    {
      message: `${edge.target.name} takes batches of ${size} from ${edge.source.name} without a batch window; above ${smallBatch} messages a window of at least 1 s is required.`,
      property: 'maximumBatchingWindowInSeconds',
      repairs: [
        setEdgeProperty(edge, 'maximumBatchingWindowInSeconds', 1, 'Set a batch window of 1 s'),
        setEdgeProperty(edge, 'batchSize', smallBatch, `Take ${smallBatch} messages at a time`),
      ],
    },
  ];
}

function checkFifo(edge: EdgeView, size: number, window: number): Problem[] {
  const problems: Problem[] = [];
  if (size > smallBatch)
    problems.push({
      message: `${edge.target.name} takes batches of ${size} from the FIFO queue ${edge.source.name}; at most ${smallBatch} are allowed.`,
      property: 'batchSize',
      repairs: [setEdgeProperty(edge, 'batchSize', smallBatch, `Take ${smallBatch} messages at a time`)],
    });
  if (window > 0)
    problems.push({
      message: `${edge.target.name} waits ${window} s for batches from the FIFO queue ${edge.source.name}; FIFO queues allow no batch window.`,
      property: 'maximumBatchingWindowInSeconds',
      repairs: [setEdgeProperty(edge, 'maximumBatchingWindowInSeconds', 0, 'Leave the batch window out')],
    });
  return problems;
}
