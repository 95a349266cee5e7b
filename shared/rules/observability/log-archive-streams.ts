import { defineEdgeRule } from '../define-rule.ts';
import { insertChain } from '../repairs.ts';

export const logArchiveStreams = defineEdgeRule({
  id: 'log-archive-streams',
  codes: ['G-120'],
  severity: 'warning',
  category: 'Observability',
  title: 'Logs are archived by subscription, not by export tasks',
  description:
    'An export task copies a range of time once, one task at a time per account, and takes up to 12 hours until new ' +
    'events can be exported. A subscription with a Firehose stream delivers continuously.',
  sources: ['CWL-EXP'],
  from: ['cw-logs'],
  to: ['s3'],
  reach: 'ends',
  check: (edge) => [
    {
      message: `${edge.source.name} is copied to ${edge.target.name} by export tasks, once each. Use a subscription with a Firehose stream for a continuous archive.`,
      repairs: [insertChain(edge, ['firehose'], 'Insert a Firehose stream', false)],
    },
  ],
});
