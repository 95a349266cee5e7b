import { tasksRetryAndCatch } from '../../../shared/rules/processing/tasks-retry-and-catch.ts';
import { testRule } from './rule-cases.ts';

testRule(tasksRetryAndCatch, {
  accepts: {
    'the default': { nodes: { s: 'step-functions' } },
    'a definition of one’s own': {
      nodes: { s: ['step-functions', { definitionSource: 'OWN', retryAttempts: 0 }] },
    },
  },
  rejects: [
    {
      because: 'no retries',
      design: { nodes: { s: ['step-functions', { retryAttempts: 0 }] } },
      target: 's',
      property: 'retryAttempts',
      message: ['not retried'],
      repairs: ['set-retryAttempts'],
    },
    {
      because: 'no catch',
      design: { nodes: { s: ['step-functions', { catchFailures: false }] } },
      target: 's',
      property: 'catchFailures',
      message: ['not caught'],
      repairs: ['set-catchFailures'],
    },
  ],
});
