import { jobHasTrigger } from '../../../shared/rules/processing/job-has-trigger.ts';
import { testRule } from './rule-cases.ts';

testRule(jobHasTrigger, {
  accepts: {
    'a schedule': { nodes: { j: ['glue-etl', { schedule: 'cron(0 2 * * ? *)' }] } },
    'a state machine': { nodes: { s: 'step-functions', j: 'glue-etl' }, edges: ['s > j'] },
  },
  rejects: [
    {
      because: 'a job nobody starts',
      design: { nodes: { b: 's3', j: 'glue-etl' }, edges: ['b > j'] },
      target: 'j',
      property: 'schedule',
      message: ['Nothing starts j'],
      repairs: ['set-schedule'],
    },
  ],
});
