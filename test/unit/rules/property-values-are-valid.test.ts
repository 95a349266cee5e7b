import { propertyValuesAreValid } from '../../../shared/rules/properties/property-values-are-valid.ts';
import { testRule } from './rule-cases.ts';

testRule(propertyValuesAreValid, {
  accepts: {
    'defaults and values in range': { nodes: { in: ['kds', { shardCount: 4, retentionPeriodHours: 168 }] } },
    'a value out of range that another property hides': {
      nodes: { in: ['kds', { streamMode: 'ON_DEMAND', shardCount: 0 }] },
    },
    'unknown services, whose properties nobody knows': {
      nodes: { in: ['holodeck', { shardCount: 'four' }] },
    },
  },
  rejects: [
    {
      because: 'a number below its range',
      design: { nodes: { in: ['kds', { retentionPeriodHours: 12 }] } },
      target: 'in',
      property: 'retentionPeriodHours',
      message: ['Retention is 12 h', '24 to 8,760 h'],
      repairs: ['set-nearest', 'set-retentionPeriodHours'],
    },
    {
      because: 'a fraction where a whole number belongs',
      design: { nodes: { in: ['kds', { shardCount: 2.5 }] } },
      target: 'in',
      property: 'shardCount',
      message: ['Shards is 2.5', 'whole number'],
      repairs: ['set-nearest', 'set-shardCount'],
    },
    {
      because: 'a value of the wrong type',
      design: { nodes: { in: ['kds', { shardCount: 'four' }] } },
      target: 'in',
      property: 'shardCount',
      message: ['Shards is "four"', 'a number is required'],
      repairs: ['set-shardCount'],
    },
    {
      because: 'null',
      design: { nodes: { in: ['kds', { shardLevelMetrics: null }] } },
      target: 'in',
      property: 'shardLevelMetrics',
      message: ['is null', 'true or false is required'],
      repairs: ['set-shardLevelMetrics'],
    },
    {
      because: 'an option that does not exist',
      design: { nodes: { in: ['kds', { streamMode: 'TURBO' }] } },
      target: 'in',
      property: 'streamMode',
      message: ['Capacity mode is "TURBO"', 'PROVISIONED, ON_DEMAND'],
      repairs: ['set-streamMode'],
    },
  ],
});
