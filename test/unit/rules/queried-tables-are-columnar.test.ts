import { queriedTablesAreColumnar } from '../../../shared/rules/processing/queried-tables-are-columnar.ts';
import { testRule } from './rule-cases.ts';

testRule(queriedTablesAreColumnar, {
  accepts: {
    'partitioned Parquet': { nodes: { t: 'glue-catalog', a: 'athena' }, edges: ['t > a'] },
    'a table nobody queries': { nodes: { t: ['glue-catalog', { classification: 'csv' }] } },
  },
  rejects: [
    {
      because: 'CSV',
      design: { nodes: { t: ['glue-catalog', { classification: 'csv' }], a: 'athena' }, edges: ['t > a'] },
      target: 't',
      property: 'classification',
      message: ['csv', 'Parquet'],
    },
    {
      because: 'a table without partitions',
      design: { nodes: { t: ['glue-catalog', { partitionKeys: [] }], a: 'athena' }, edges: ['t > a'] },
      target: 't',
      property: 'partitionKeys',
      message: ['no partitions'],
      repairs: ['set-partitionKeys'],
    },
  ],
});
