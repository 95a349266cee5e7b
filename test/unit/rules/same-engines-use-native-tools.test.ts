import { sameEnginesUseNativeTools } from '../../../shared/rules/migration/same-engines-use-native-tools.ts';
import { testRule } from './rule-cases.ts';

testRule(sameEnginesUseNativeTools, {
  accepts: {
    'different engines': {
      nodes: { a: ['onprem-db', { engineName: 'oracle' }], d: 'dms', b: ['rds', { engine: 'postgres' }] },
      edges: ['a > d', 'd > b'],
    },
  },
  rejects: [
    {
      because: 'PostgreSQL to PostgreSQL',
      design: {
        nodes: { a: ['onprem-db', { engineName: 'postgres' }], d: 'dms', b: ['rds', { engine: 'postgres' }] },
        edges: ['a > d', 'd > b'],
      },
      target: 'd',
      message: ['both run PostgreSQL', 'homogeneous'],
    },
  ],
});
