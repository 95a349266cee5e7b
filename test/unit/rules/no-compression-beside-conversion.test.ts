import { noCompressionBesideConversion } from '../../../shared/rules/delivery/no-compression-beside-conversion.ts';
import { testRule } from './rule-cases.ts';

testRule(noCompressionBesideConversion, {
  accepts: {
    'the default compression, which conversion replaces': {
      nodes: { f: ['firehose', { dataFormatConversion: 'PARQUET' }] },
    },
    'compression without conversion': { nodes: { f: ['firehose', { compressionFormat: 'ZIP' }] } },
  },
  rejects: [
    {
      because: 'compression and conversion',
      design: { nodes: { f: ['firehose', { compressionFormat: 'GZIP', dataFormatConversion: 'PARQUET' }] } },
      target: 'f',
      property: 'compressionFormat',
      message: ['GZIP', 'PARQUET', 'SNAPPY'],
      repairs: ['set-compressionFormat'],
    },
  ],
});
