import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { getTransforms } from './delivery-ends.ts';

const longestSeconds = 300;

export const transformFunctionEndsInTime = defineNodeRule({
  id: 'transform-function-ends-in-time',
  codes: ['G-029'],
  severity: 'warning',
  category: 'Delivery',
  title: 'The function that transforms records ends within 5 minutes',
  description:
    'Firehose waits 5 minutes for the transformation, whatever the timeout of the function. A longer invocation ' +
    'is paid for and its result thrown away; after the retries the batch goes to the error prefix.',
  sources: ['FH-XF', 'FH-XFERR'],
  services: ['firehose'],
  reach: 'neighbours',
  check: (node) =>
    getTransforms(node)
      .filter((edge) => edge.target.config.number('timeout') > longestSeconds)
      .map((edge) => ({
        message: `${edge.target.name} may run ${edge.target.config.number('timeout')} s, but ${node.name} waits ${longestSeconds} s for a transformation. Lower the timeout, and the transform buffer if the work needs longer.`,
        targets: [{ kind: 'node', id: edge.target.id, property: 'timeout' }],
        repairs: [
          setNodeProperty(edge.target, 'timeout', longestSeconds, `Set the timeout to ${longestSeconds} s`),
        ],
      })),
});
