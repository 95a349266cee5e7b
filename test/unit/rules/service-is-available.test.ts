import { serviceIsAvailable } from '../../../shared/rules/lifecycle/service-is-available.ts';
import { testRule } from './rule-cases.ts';

testRule(serviceIsAvailable, {
  accepts: {
    'a service in use': { nodes: { a: 'kds' } },
    'the part of a service that stays open': { nodes: { a: ['timestream', { deployment: 'INFLUXDB' }] } },
  },
  rejects: [
    {
      because: 'a service closed to newcomers',
      design: { nodes: { a: 'data-pipeline' } },
      target: 'a',
      message: ['closed to new customers'],
      repairs: ['replace-with-step-functions'],
    },
    {
      because: 'the closed part of a service',
      design: { nodes: { a: 'timestream' } },
      target: 'a',
      message: ['2025-06-20'],
      repairs: ['set-deployment'],
    },
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
