import { crossRegionDataIsIntended } from '../../../shared/rules/network/cross-region-data-is-intended.ts';
import { testRule } from './rule-cases.ts';

testRule(crossRegionDataIsIntended, {
  accepts: { 'one Region': { nodes: { a: 'ec2', b: 's3' }, edges: ['a > b'] } },
  rejects: [
    {
      because: 'data that leaves the Region',
      design: {
        nodes: { a: 'ec2', b: ['s3', {}, 'ireland'] },
        edges: ['a > b'],
        containers: [{ id: 'ireland', kind: 'region', name: 'eu-west-1' }],
        workloads: [{ node: 'a', arrivals: { pattern: 'constant', ratePerSecond: 1000 } }],
      },
      target: 'a-to-b',
      message: ['us-east-1 (a)', 'eu-west-1 (b)', '1 MB/s', 'charged per GB'],
    },
  ],
});
