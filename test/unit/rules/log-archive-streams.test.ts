import { logArchiveStreams } from '../../../shared/rules/observability/log-archive-streams.ts';
import { testRule } from './rule-cases.ts';

testRule(logArchiveStreams, {
  accepts: {
    'a Firehose stream': { nodes: { g: 'cw-logs', f: 'firehose', b: 's3' }, edges: ['g > f', 'f > b'] },
  },
  rejects: [
    {
      because: 'export tasks',
      design: { nodes: { g: 'cw-logs', b: 's3' }, edges: ['g > b'] },
      target: 'g-to-b',
      message: ['export tasks', 'subscription'],
      repairs: ['insert-firehose'],
    },
  ],
});
