import { differentEnginesAreConverted } from '../../../shared/rules/migration/different-engines-are-converted.ts';
import { testRule } from './rule-cases.ts';

testRule(differentEnginesAreConverted, {
  accepts: {
    'equal engines': {
      nodes: { a: ['onprem-db', { engineName: 'mariadb' }], d: 'dms', b: ['rds', { engine: 'mysql' }] },
      edges: ['a > d', 'd > b'],
    },
    'a target that is no database': {
      nodes: { a: 'onprem-db', d: 'dms', b: 's3' },
      edges: ['a > d', 'd > b'],
    },
  },
  rejects: [
    {
      because: 'Oracle to PostgreSQL',
      design: {
        nodes: { a: ['onprem-db', { engineName: 'oracle' }], d: 'dms', b: ['rds', { engine: 'postgres' }] },
        edges: ['a > d', 'd > b'],
      },
      target: 'd',
      message: ['a (Oracle)', 'b (PostgreSQL)', 'schema conversion'],
    },
  ],
});
