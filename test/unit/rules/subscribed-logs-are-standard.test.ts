import { subscribedLogsAreStandard } from '../../../shared/rules/observability/subscribed-logs-are-standard.ts';
import { testRule } from './rule-cases.ts';

testRule(subscribedLogsAreStandard, {
  accepts: {
    'the Standard class': { nodes: { g: 'cw-logs', f: 'lambda' }, edges: ['g > f'] },
    'a group nobody reads': { nodes: { g: ['cw-logs', { logGroupClass: 'INFREQUENT_ACCESS' }] } },
  },
  rejects: [
    {
      because: 'a subscription on Infrequent Access',
      design: {
        nodes: { g: ['cw-logs', { logGroupClass: 'INFREQUENT_ACCESS' }], f: 'lambda' },
        edges: ['g > f'],
      },
      target: 'g',
      property: 'logGroupClass',
      message: ['“f”', 'Standard class'],
      repairs: ['set-logGroupClass'],
    },
  ],
});
