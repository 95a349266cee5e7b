import { videoConsumerHasCheckpoint } from '../../../shared/rules/processing/video-consumer-has-checkpoint.ts';
import { testRule } from './rule-cases.ts';

testRule(videoConsumerHasCheckpoint, {
  accepts: {
    'a checkpoint table': { nodes: { v: 'kvs', c: 'ecs-fargate', t: 'dynamodb' }, edges: ['v > c', 'c > t'] },
  },
  rejects: [
    {
      because: 'a consumer without a checkpoint',
      design: { nodes: { v: 'kvs', c: 'ecs-fargate' }, edges: ['v > c'] },
      target: 'c',
      message: ['no table for its checkpoint'],
      repairs: ['add-dynamodb'],
    },
  ],
});
