import { defineNodeRule } from '../define-rule.ts';

const mostTargets = 5;

export const ruleHasFewTargets = defineNodeRule({
  id: 'rule-has-few-targets',
  codes: ['G-128'],
  severity: 'warning',
  category: 'Delivery',
  title: 'An EventBridge rule has at most five targets',
  description:
    'AWS allows five targets per rule and refuses the sixth. Use a second rule with the same pattern, or a topic that ' +
    'fans out.',
  sources: ['EB-TGT', 'EB-Q'],
  services: ['eventbridge-rule'],
  reach: 'neighbours',
  check: (node) => {
    const targets = node.outgoing.filter((edge) => edge.kind !== 'configuration' && edge.kind !== 'metadata');
    if (targets.length <= mostTargets) return [];
    return [
      {
        message: `${node.name} has ${targets.length} targets; ${mostTargets} are allowed. Add a second rule with the same pattern or fan out through a topic.`,
      },
    ];
  },
});
