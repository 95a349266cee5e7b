import { defineEdgeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

const times = 6;
const longestSeconds = 43_200;

export const visibilityTimeoutCoversFunctionTimeout = defineEdgeRule({
  id: 'visibility-timeout-covers-function-timeout',
  codes: ['G-119'],
  severity: 'warning',
  category: 'Data loss',
  title: 'A queue hides messages for six times the timeout of the function that reads it',
  description:
    'While a function works, its messages are hidden from others for the visibility timeout. When it ends too early ' +
    'they are handled twice. Six times the function’s timeout leaves room for retries of throttled invocations; below ' +
    'the function’s timeout AWS refuses the mapping.',
  sources: ['ASSUMPTION', 'LM-ESM', 'LA-SQS'],
  from: ['sqs'],
  to: ['lambda'],
  reach: 'ends',
  check: ({ source: queue, target: reader }) => {
    const hidden = queue.config.number('visibilityTimeout');
    const timeout = reader.config.number('timeout');
    const wanted = Math.min(longestSeconds, times * timeout);
    if (hidden >= wanted) return [];
    return [
      {
        message: `${queue.name} hides messages for ${hidden} s, ${reader.name} may run for ${timeout} s; at least ${wanted} s (six times) are advised.`,
        targets: [
          { kind: 'node', id: queue.id, property: 'visibilityTimeout' },
          { kind: 'node', id: reader.id, property: 'timeout' },
        ],
        // Shorter than one run is refused by AWS.
        severity: hidden < timeout ? 'error' : 'warning',
        repairs: [setNodeProperty(queue, 'visibilityTimeout', wanted, `Hide messages for ${wanted} s`)],
      },
    ];
  },
});
