import { logsDoNotFeedThemselves } from '../../../shared/rules/observability/logs-do-not-feed-themselves.ts';
import { testRule } from './rule-cases.ts';

testRule(logsDoNotFeedThemselves, {
  accepts: {
    'a delivery with a log group of its own': {
      nodes: { g: 'cw-logs', f: 'lambda', o: 'cw-logs', b: 's3' },
      edges: ['g > f', 'f > o', 'f > b'],
    },
  },
  rejects: [
    {
      because: 'a function that logs into the group it reads',
      design: { nodes: { g: 'cw-logs', f: 'lambda' }, edges: ['g > f', 'f > g'] },
      target: 'g',
      message: ['through “f”'],
    },
    {
      because: 'a longer way back',
      design: { nodes: { g: 'cw-logs', k: 'kds', f: 'lambda' }, edges: ['g > k', 'k > f', 'f > g'] },
      target: 'g',
      message: ['“k” and “f”'],
    },
  ],
});
