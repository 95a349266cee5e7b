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
      because: 'weights that do not match the keys',
      design: { nodes, workloads: [{ node: 'a', keyCount: 3, keys: { kind: 'weights', weights: [1, 2] } }] },
      target: 'workload-1',
      property: 'keys',
      message: ['2 weights', '3 partition keys'],
    },
  ],
});
