import { customizationHasTrainingData } from '../../../shared/rules/machine-learning/customization-has-training-data.ts';
import { testRule } from './rule-cases.ts';

testRule(customizationHasTrainingData, {
  accepts: { 'a bucket': { nodes: { b: 's3', c: 'bedrock-custom' }, edges: ['b > c'] } },
  rejects: [
    {
      because: 'nothing to learn from',
      design: { nodes: { c: 'bedrock-custom' } },
      target: 'c',
      message: ['no bucket with training data'],
      repairs: ['add-s3'],
    },
  ],
});
