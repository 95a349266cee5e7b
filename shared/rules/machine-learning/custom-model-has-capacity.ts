import { defineEdgeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const customModelHasCapacity = defineEdgeRule({
  id: 'custom-model-has-capacity',
  codes: ['G-111'],
  // A design cannot say that the model is deployed for on-demand use, which some base models allow.
  severity: 'warning',
  category: 'Machine learning',
  title: 'A customized model is served with capacity of its own',
  description:
    'A customized Bedrock model is not there for calls until Provisioned Throughput has been bought for it or, where ' +
    'the base model allows, it has been deployed for on-demand use. Until then calls reach the base model.',
  sources: ['BR-PT', 'BR-CUS', 'N-243'],
  from: ['bedrock-custom'],
  to: ['bedrock-model'],
  reach: 'ends',
  check: ({ source, target }) => {
    if (target.config.text('capacity') === 'PROVISIONED') return [];
    return [
      {
        message: `${source.name} makes a model that ${target.name} serves on demand; a customized model needs Provisioned Throughput, or a deployment where ${source.config.text('baseModelId')} allows one.`,
        targets: [
          { kind: 'node', id: target.id, property: 'capacity' },
          { kind: 'node', id: source.id },
        ],
        // Charged by the hour, so the designer decides.
        repairs: [
          {
            ...setNodeProperty(target, 'capacity', 'PROVISIONED', 'Use Provisioned Throughput'),
            safe: false,
          },
        ],
      },
    ];
  },
});
