import { formatConversionHasSchema } from '../../../shared/rules/delivery/format-conversion-has-schema.ts';
import { testRule } from './rule-cases.ts';

testRule(formatConversionHasSchema, {
  accepts: {
    'no conversion': { nodes: { f: 'firehose' } },
    'a table': {
      nodes: { f: ['firehose', { dataFormatConversion: 'PARQUET' }], t: 'glue-catalog' },
      edges: ['t > f'],
    },
  },
  rejects: [
    {
      because: 'conversion without a table',
      design: { nodes: { f: ['firehose', { dataFormatConversion: 'PARQUET', bufferSizeMBs: 64 }] } },
      target: 'f',
      property: 'dataFormatConversion',
      message: ['PARQUET', 'no Glue Data Catalog table'],
      repairs: ['add-glue-catalog', 'set-dataFormatConversion'],
    },
  ],
});
