import { requiredPropertiesAreSet } from '../../../shared/rules/properties/required-properties-are-set.ts';
import { testRule } from './rule-cases.ts';

testRule(requiredPropertiesAreSet, {
  accepts: { 'the default image': { nodes: { t: 'ecs-fargate' } } },
  rejects: [
    {
      because: 'a task without an image',
      design: { nodes: { t: ['ecs-fargate', { image: '' }] } },
      target: 't',
      property: 'image',
      message: ['is empty', 'a value is required'],
    },
  ],
});
