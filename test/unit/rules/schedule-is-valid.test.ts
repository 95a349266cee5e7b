import { scheduleIsValid } from '../../../shared/rules/processing/schedule-is-valid.ts';
import { testRule } from './rule-cases.ts';

import { describe, expect, it } from 'vitest';
import { findScheduleFault } from '../../../shared/rules/processing/schedule-expression.ts';

testRule(scheduleIsValid, {
  accepts: {
    'no schedule': { nodes: { j: 'glue-etl' } },
    'every night': { nodes: { j: ['glue-etl', { schedule: 'cron(0 2 * * ? *)' }] } },
  },
  rejects: [
    {
      because: 'five fields',
      design: { nodes: { j: ['glue-etl', { schedule: 'cron(0 2 * * *)' }] } },
      target: 'j',
      property: 'schedule',
      message: ['cron(0 2 * * *)', '5 fields', 'six'],
    },
  ],
});

describe('findScheduleFault', () => {
  it.each([
    'rate(1 minute)',
    'rate(12 hours)',
    'cron(0/15 8-18 ? * MON-FRI *)',
    'cron(0 0 L * ? *)',
    'cron(0 9 ? * 2#1 2027)',
    'cron(5,35 14 * JAN,JUL ? *)',
    'at(2027-01-01T00:00:00)',
  ])('accepts %s', (expression) => {
    expect(findScheduleFault(expression)).toBeUndefined();
  });

  it.each([
    ['rate(1 minutes)', 'rate(1 minute)'],
    ['rate(5 minute)', 'rate(5 minutes)'],
    ['rate(0 hours)', 'at least 1'],
    ['cron(0 2 * * * *)', '“?”'],
    ['cron(0 2 ? * ? *)', 'one of the two'],
    ['cron(60 2 * * ? *)', '“60” as minutes'],
    ['cron(0 24 * * ? *)', '“24” as hours'],
    ['cron(0 2 * FOO ? *)', '“FOO” as month'],
    ['every day', 'cron(…) or rate(…)'],
  ])('refuses %s', (expression, part) => {
    expect(findScheduleFault(expression)).toContain(part);
  });
});
