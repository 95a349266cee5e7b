import { lifecycleMovesDown } from '../../../shared/rules/storage/lifecycle-moves-down.ts';
import { testRule } from './rule-cases.ts';

const row = (transitionClass: string, transitionDays: number, prefix = '') => ({
  transitionClass,
  transitionDays,
  prefix,
});

testRule(lifecycleMovesDown, {
  accepts: {
    'a way down the waterfall': {
      nodes: {
        b: ['s3', { lifecycleRules: [row('STANDARD_IA', 30), row('GLACIER', 90), row('DEEP_ARCHIVE', 200)] }],
      },
    },
    'rules for different prefixes': {
      nodes: {
        b: ['s3', { lifecycleRules: [row('GLACIER', 30, 'logs/'), row('STANDARD_IA', 90, 'images/')] }],
      },
    },
  },
  rejects: [
    {
      because: 'Glacier to Standard-IA',
      design: { nodes: { b: ['s3', { lifecycleRules: [row('GLACIER', 10), row('STANDARD_IA', 120)] }] } },
      target: 'b',
      property: 'lifecycleRules',
      message: ['Glacier Flexible Retrieval (day 10, row 1)', 'Standard-IA (day 120, row 2)', 'Deep Archive'],
    },
    {
      because: 'One Zone-IA to Glacier Instant Retrieval',
      design: { nodes: { b: ['s3', { lifecycleRules: [row('ONEZONE_IA', 30), row('GLACIER_IR', 90)] }] } },
      target: 'b',
      message: ['One Zone-IA', 'Glacier Instant Retrieval'],
    },
  ],
});
