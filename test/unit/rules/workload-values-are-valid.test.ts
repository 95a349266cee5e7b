import { workloadValuesAreValid } from '../../../shared/rules/structure/workload-values-are-valid.ts';
import { testRule } from './rule-cases.ts';

const nodes = { a: 'kds' };

testRule(workloadValuesAreValid, {
  accepts: {
    'a constant rate': { nodes, workloads: [{ node: 'a' }] },
    'a recording': {
      nodes,
      workloads: [
        { node: 'a', arrivals: { pattern: 'recorded', csv: 'seconds,recordsPerSecond\n0,5\n60,9' } },
      ],
    },
  },
  rejects: [
    {
      because: 'a negative rate',
      design: { nodes, workloads: [{ node: 'a', arrivals: { pattern: 'constant', ratePerSecond: -1 } }] },
      target: 'workload-1',
      property: 'arrivals.ratePerSecond',
      message: ['-1', 'at least 0'],
    },
    {
      because: 'records without a byte',
      design: { nodes, workloads: [{ node: 'a', recordSizeBytes: 0 }] },
      target: 'workload-1',
      property: 'recordSizeBytes',
      message: ['0 bytes', 'more than 0'],
    },
    {
      because: 'no partition key',
      design: { nodes, workloads: [{ node: 'a', keyCount: 0 }] },
      target: 'workload-1',
      property: 'keyCount',
      message: ['0 partition keys', '1 to 1,000,000'],
    },
    {
      because: 'a daily curve of 3 hours',
      design: {
        nodes,
        workloads: [{ node: 'a', arrivals: { pattern: 'daily', hourlyPerSecond: [1, 2, 3] } }],
      },
      target: 'workload-1',
      message: ['3 hours', '24'],
    },
    {
      because: 'a recording that runs backwards',
      design: {
        nodes,
        workloads: [
          { node: 'a', arrivals: { pattern: 'recorded', csv: 'seconds,recordsPerSecond\n9,5\n3,9' } },
        ],
      },
      target: 'workload-1',
      property: 'arrivals.csv',
      message: ['Line 3'],
    },
    {
      because: 'a recording with a gap',
      design: {
        nodes,
        workloads: [
          { node: 'a', arrivals: { pattern: 'recorded', csv: '0,5\n60,5\n120,5\n180,5\n900,5\n960,5' } },
        ],
      },
      target: 'workload-1',
      property: 'arrivals.csv',
      message: ['from 180 to 900 s', 'straight line'],
      severity: 'warning',
    },
    {
      because: 'late records that are not late',
      design: { nodes, workloads: [{ node: 'a', lateShare: 0.1 }] },
      target: 'workload-1',
      property: 'lateSeconds',
      message: ['late by 0 s'],
    },
    {
      because: 'more duplicates than records',
      design: { nodes, workloads: [{ node: 'a', duplicateShare: 1.5 }] },
      target: 'workload-1',
      property: 'duplicateShare',
      message: ['1.5', '0 to 1'],
    },
    {
      because: 'sizes that fall',
      design: {
        nodes,
        workloads: [{ node: 'a', recordSizes: { kind: 'uniform', minBytes: 9, maxBytes: 3 } }],
      },
      target: 'workload-1',
      property: 'recordSizes',
      message: ['9 to 3'],
    },
    {
      because: 'a weekly curve of one day',
      design: {
        nodes,
        workloads: [{ node: 'a', arrivals: { pattern: 'weekly', hourlyPerSecond: new Array(24).fill(1) } }],
      },
      target: 'workload-1',
      message: ['24 hours', '168'],
    },
    {
      because: 'weights that do not match the keys',
      design: { nodes, workloads: [{ node: 'a', keyCount: 3, keys: { kind: 'weights', weights: [1, 2] } }] },
      target: 'workload-1',
      property: 'keys',
      message: ['2 weights', '3 partition keys'],
    },
  ],
});
