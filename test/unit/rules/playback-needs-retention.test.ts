import { playbackNeedsRetention } from '../../../shared/rules/processing/playback-needs-retention.ts';
import { testRule } from './rule-cases.ts';

testRule(playbackNeedsRetention, {
  accepts: {
    'stored video': { nodes: { v: 'kvs', u: 'user-app' }, edges: ['v > u'] },
    'live consumers of a stream that keeps nothing': {
      nodes: { v: ['kvs', { dataRetentionInHours: 0 }], c: 'ecs-fargate' },
      edges: ['v > c'],
    },
  },
  rejects: [
    {
      because: 'playback without stored video',
      design: { nodes: { v: ['kvs', { dataRetentionInHours: 0 }], u: 'user-app' }, edges: ['v > u'] },
      target: 'v',
      property: 'dataRetentionInHours',
      message: ['“u”', '0 hours', 'at least 1 hour'],
      repairs: ['set-dataRetentionInHours'],
    },
  ],
});
