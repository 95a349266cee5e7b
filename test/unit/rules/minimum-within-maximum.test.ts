import { minimumWithinMaximum } from '../../../shared/rules/properties/minimum-within-maximum.ts';
import { testRule } from './rule-cases.ts';

testRule(minimumWithinMaximum, {
  accepts: {
    'the defaults': { nodes: { b: 'batch', d: 'dms', r: 'rds', e: 'sm-endpoint', w: 'redshift' } },
    'bounds that do not apply': {
      nodes: { w: ['redshift', { deployment: 'PROVISIONED', baseCapacity: 512, maxCapacity: 64 }] },
    },
  },
  rejects: [
    {
      because: 'more storage than it may grow to',
      design: { nodes: { r: ['rds', { allocatedStorage: 1000, maxAllocatedStorage: 500 }] } },
      target: 'r',
      property: 'allocatedStorage',
      message: ['1,000', '500'],
      repairs: ['set-maxAllocatedStorage'],
    },
    {
      because: 'capacity units in the wrong order',
      design: { nodes: { d: ['dms', { minCapacityUnits: '8', maxCapacityUnits: '2' }] } },
      target: 'd',
      property: 'minCapacityUnits',
      message: ['8', '2'],
      repairs: ['set-maxCapacityUnits'],
    },
  ],
});
