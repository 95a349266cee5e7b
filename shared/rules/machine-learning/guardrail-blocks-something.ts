import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import type { NodeView } from '../view/design-view.ts';

export const guardrailBlocksSomething = defineNodeRule({
  id: 'guardrail-blocks-something',
  severity: 'error',
  category: 'Machine learning',
  title: 'A guardrail has at least one policy',
  description:
    'A guardrail consists of policies: content filters, denied topics, words, personal data, grounding. AWS refuses one ' +
    'without any; templates are not checked for it.',
  sources: ['BR-GR', 'CDK'],
  services: ['bedrock-guardrail'],
  reach: 'own',
  check: (node) =>
    hasPolicy(node)
      ? []
      : [
          {
            message: `${node.name} filters nothing: content and prompt attacks are off, and there are no words, topics, kinds of personal data or grounding. Turn one on.`,
            property: 'filterStrength',
            repairs: [setNodeProperty(node, 'filterStrength', 'HIGH', 'Filter harmful content')],
          },
        ],
});

function hasPolicy({ config }: NodeView): boolean {
  return (
    config.text('filterStrength') !== 'NONE' ||
    config.text('promptAttackStrength') !== 'NONE' ||
    config.flag('blockProfanity') ||
    config.list('words').length > 0 ||
    config.rows('topics').length > 0 ||
    config.list('piiTypes').length > 0 ||
    config.number('groundingThreshold') > 0
  );
}
