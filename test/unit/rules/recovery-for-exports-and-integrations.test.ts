import { recoveryForExportsAndIntegrations } from '../../../shared/rules/databases/recovery-for-exports-and-integrations.ts';
import { testRule } from './rule-cases.ts';

testRule(recoveryForExportsAndIntegrations, {
  accepts: { 'recovery on': { nodes: { t: 'dynamodb', b: 's3' }, edges: ['t > b'] } },
  rejects: [
    {
      because: 'an export without recovery',
      design: { nodes: { t: ['dynamodb', { pointInTimeRecovery: false }], b: 's3' }, edges: ['t > b'] },
      target: 't',
      property: 'pointInTimeRecovery',
      message: ['point-in-time recovery is off'],
      repairs: ['set-pointInTimeRecovery'],
    },
  ],
});
