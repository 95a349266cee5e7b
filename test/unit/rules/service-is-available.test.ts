import { serviceIsAvailable } from '../../../shared/rules/lifecycle/service-is-available.ts';
import { testRule } from './rule-cases.ts';

testRule(serviceIsAvailable, {
  accepts: { 'a service in use': { nodes: { a: 'kds' } } },
  rejects: [
    {
      because: 'the retired SQL engine',
      design: { nodes: { a: 'kda-sql' } },
      target: 'a',
      severity: 'error',
      message: ['retired', '2026-01-27'],
      repairs: ['replace-with-msf'],
    },
  ],
});
