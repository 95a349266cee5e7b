import { noEarlyExpiration } from '../../../shared/rules/storage/no-early-expiration.ts';
import { testRule } from './rule-cases.ts';

testRule(noEarlyExpiration, {
  accepts: {
    'deletion after the minimum time': {
      nodes: {
        b: [
          's3',
          { lifecycleRules: [{ transitionClass: 'GLACIER', transitionDays: 10, expirationDays: 100 }] },
        ],
      },
    },
    'deletion of objects that were never moved': {
      nodes: { b: ['s3', { lifecycleRules: [{ expirationDays: 7 }] }] },
    },
  },
  rejects: [
    {
      because: 'deletion 80 days after the move to Glacier',
      design: {
        nodes: {
          b: [
            's3',
            { lifecycleRules: [{ transitionClass: 'GLACIER', transitionDays: 10, expirationDays: 90 }] },
          ],
        },
      },
      target: 'b',
      message: ['on day 10', 'on day 90', 'day 100'],
      repairs: ['set-row-1-expirationDays', 'set-row-1-transitionClass'],
    },
  ],
});
