import { infrequentAccessAfter30Days } from '../../../shared/rules/storage/infrequent-access-after-30-days.ts';
import { testRule } from './rule-cases.ts';

testRule(infrequentAccessAfter30Days, {
  accepts: {
    'Standard-IA after 30 days and Glacier at once': {
      nodes: {
        b: [
          's3',
          {
            lifecycleRules: [
              { transitionClass: 'STANDARD_IA', transitionDays: 30, prefix: 'a/' },
              { transitionClass: 'GLACIER', transitionDays: 0, prefix: 'b/' },
            ],
          },
        ],
      },
    },
  },
  rejects: [
    {
      because: 'Standard-IA after 10 days',
      design: {
        nodes: { b: ['s3', { lifecycleRules: [{ transitionClass: 'STANDARD_IA', transitionDays: 10 }] }] },
      },
      target: 'b',
      property: 'lifecycleRules',
      message: ['after 10 days', 'at least 30 days'],
      repairs: ['set-row-1-transitionDays'],
    },
  ],
});
