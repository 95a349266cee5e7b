import { defineNodeRule } from '../define-rule.ts';
import { attachNode } from '../repairs.ts';

export const customizationHasTrainingData = defineNodeRule({
  id: 'customization-has-training-data',
  severity: 'error',
  category: 'Machine learning',
  title: 'A model customization reads its examples from S3',
  description:
    'A customization job takes its training file from a bucket. Without one there is nothing to learn from, and AWS ' +
    'refuses the job.',
  sources: ['BR-CUS', 'N-242'],
  services: ['bedrock-custom'],
  reach: 'neighbours',
  check: (node) => {
    if (node.incoming.some((edge) => edge.source.service === 's3')) return [];
    return [
      {
        message: `${node.name} has no bucket with training data. Connect one.`,
        repairs: attachNode(node, {
          service: 's3',
          name: 'Training data',
          side: 'before',
          label: 'Add a bucket for training data',
          safe: true,
        }),
      },
    ];
  },
});
