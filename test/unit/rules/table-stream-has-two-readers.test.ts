import { tableStreamHasTwoReaders } from '../../../shared/rules/databases/table-stream-has-two-readers.ts';
import { testRule } from './rule-cases.ts';

testRule(tableStreamHasTwoReaders, {
  accepts: {
    'two functions': { nodes: { t: 'dynamodb', f: 'lambda', g: 'lambda' }, edges: ['t > f', 't > g'] },
  },
  rejects: [
    {
      because: 'three functions',
      design: {
        nodes: { t: 'dynamodb', f: 'lambda', g: 'lambda', h: 'lambda' },
        edges: ['t > f', 't > g', 't > h'],
      },
      target: 't',
      message: ['“f”, “g” and “h”', '2 are advised'],
    },
  ],
});
