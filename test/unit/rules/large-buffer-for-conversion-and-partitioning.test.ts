import { largeBufferForConversionAndPartitioning } from '../../../shared/rules/delivery/large-buffer-for-conversion-and-partitioning.ts';
import { testRule } from './rule-cases.ts';

testRule(largeBufferForConversionAndPartitioning, {
  accepts: {
    'a small buffer without conversion': { nodes: { f: ['firehose', { bufferSizeMBs: 1 }] } },
    'a large one with it': {
      nodes: { f: ['firehose', { dataFormatConversion: 'PARQUET', bufferSizeMBs: 128 }] },
    },
  },
  rejects: [
    {
      because: 'a buffer of 32 MB with both',
      design: {
        nodes: {
          f: ['firehose', { dataFormatConversion: 'PARQUET', dynamicPartitioning: true, bufferSizeMBs: 32 }],
        },
      },
      target: 'f',
      property: 'bufferSizeMBs',
      message: ['32 MB', 'at least 64 MB', 'PARQUET and dynamic partitioning'],
      repairs: ['set-bufferSizeMBs'],
    },
  ],
});
