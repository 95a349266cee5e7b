import { serviceIsAvailable } from '../../../shared/rules/lifecycle/service-is-available.ts';
import { testRule } from './rule-cases.ts';

testRule(serviceIsAvailable, {
  accepts: {
    'a service in use': { nodes: { a: 'kds' } },
    'stored video, which stays open': { nodes: { b: 's3', a: 'rekognition-video' }, edges: ['b > a'] },
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
      because: 'live video, which is closed',
      design: { nodes: { v: 'kvs', a: 'rekognition-video' }, edges: ['v > a'] },
      target: 'a',
      message: ['2026-04-30'],
      repairs: ['replace-with-ecs-fargate'],
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
