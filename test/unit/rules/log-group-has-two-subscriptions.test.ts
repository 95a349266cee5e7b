import { logGroupHasTwoSubscriptions } from '../../../shared/rules/observability/log-group-has-two-subscriptions.ts';
import { testRule } from './rule-cases.ts';

testRule(logGroupHasTwoSubscriptions, {
  accepts: {
    'two subscriptions': { nodes: { g: 'cw-logs', f: 'lambda', k: 'kds' }, edges: ['g > f', 'g > k'] },
  },
  rejects: [
    {
      because: 'three subscriptions',
      design: {
        nodes: { g: 'cw-logs', f: 'lambda', k: 'kds', d: 'firehose' },
        edges: ['g > f', 'g > k', 'g > d'],
      },
      target: 'g',
      message: ['“f”, “k” and “d”', '2 subscriptions'],
    },
  ],
});
