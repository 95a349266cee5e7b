import { databaseIsPrivate } from '../../../shared/rules/databases/database-is-private.ts';
import { testRule } from './rule-cases.ts';

testRule(databaseIsPrivate, {
  accepts: { 'the default': { nodes: { d: 'rds' } } },
  rejects: [
    {
      because: 'a public address',
      design: { nodes: { d: ['rds', { publiclyAccessible: true }] } },
      target: 'd',
      property: 'publiclyAccessible',
      message: ['publicly accessible'],
      repairs: ['set-publiclyAccessible'],
    },
  ],
});
