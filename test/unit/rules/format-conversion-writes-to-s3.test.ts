import { formatConversionWritesToS3 } from '../../../shared/rules/delivery/format-conversion-writes-to-s3.ts';
import { testRule } from './rule-cases.ts';

testRule(formatConversionWritesToS3, {
  accepts: {
    'conversion for S3': {
      nodes: { f: ['firehose', { dataFormatConversion: 'ORC' }], b: 's3' },
      edges: ['f > b'],
    },
  },
  rejects: [
    {
      because: 'conversion for OpenSearch',
      design: {
        nodes: { f: ['firehose', { dataFormatConversion: 'ORC' }], s: 'opensearch', b: 's3' },
        edges: ['f > s', 'f > b'],
      },
      target: 'f',
      property: 'dataFormatConversion',
      message: ['ORC', '“s”'],
      repairs: ['set-dataFormatConversion'],
    },
  ],
});
