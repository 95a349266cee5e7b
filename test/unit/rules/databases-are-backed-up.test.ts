import { databasesAreBackedUp } from '../../../shared/rules/databases/databases-are-backed-up.ts';
import { testRule } from './rule-cases.ts';

testRule(databasesAreBackedUp, {
  accepts: { 'the defaults': { nodes: { d: 'rds', t: 'dynamodb', w: 'redshift' } } },
  rejects: [
    {
      because: 'a database without backups',
      design: { nodes: { d: ['rds', { backupRetentionPeriod: 0 }] } },
      target: 'd',
      property: 'backupRetentionPeriod',
      message: ['no backups'],
      repairs: ['set-backupRetentionPeriod'],
    },
    {
      because: 'a table without recovery',
      design: { nodes: { t: ['dynamodb', { pointInTimeRecovery: false }] } },
      target: 't',
      property: 'pointInTimeRecovery',
      message: ['no backups'],
      repairs: ['set-pointInTimeRecovery'],
    },
  ],
});
