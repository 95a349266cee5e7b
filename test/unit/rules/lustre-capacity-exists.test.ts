import { lustreCapacityExists } from '../../../shared/rules/storage/lustre-capacity-exists.ts';
import { testRule } from './rule-cases.ts';

testRule(lustreCapacityExists, {
  accepts: {
    'the default': { nodes: { x: 'fsx' } },
    '4,800 GiB': { nodes: { x: ['fsx', { storageCapacity: 4800 }] } },
  },
  rejects: [
    {
      because: '3,000 GiB',
      design: { nodes: { x: ['fsx', { storageCapacity: 3000 }] } },
      target: 'x',
      property: 'storageCapacity',
      message: ['3,000 GiB', 'multiple of 2,400'],
      repairs: ['set-storageCapacity'],
    },
  ],
});
