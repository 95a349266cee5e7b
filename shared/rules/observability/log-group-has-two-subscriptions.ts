import { defineNodeRule } from '../define-rule.ts';
import { listNames } from '../wording.ts';

const mostSubscriptions = 2;

/** Services a subscription filter delivers to; exports and metric filters do not count. */
const subscribers = new Set(['kds', 'firehose', 'lambda', 'opensearch']);

export const logGroupHasTwoSubscriptions = defineNodeRule({
  id: 'log-group-has-two-subscriptions',
  codes: ['G-128'],
  severity: 'warning',
  category: 'Observability',
  title: 'A log group has at most two subscription filters',
  description:
    'AWS allows two subscription filters per log group. Deliver to one Kinesis data stream and let all consumers read it.',
  sources: ['CWL-SUB', 'CWL-Q'],
  services: ['cw-logs'],
  reach: 'neighbours',
  check: (node) => {
    const targets = node.outgoing
      .map((edge) => edge.target)
      .filter((target) => subscribers.has(target.service));
    if (targets.length <= mostSubscriptions) return [];
    return [
      {
        message: `${node.name} feeds ${listNames(targets)}; ${mostSubscriptions} subscriptions are allowed. Deliver to a Kinesis data stream that all of them read.`,
      },
    ];
  },
});
