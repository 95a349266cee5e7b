import { bufferFitsDestination } from '../../../shared/rules/delivery/buffer-fits-destination.ts';
import { testRule } from './rule-cases.ts';

testRule(bufferFitsDestination, {
  accepts: {
    'the default for any destination': { nodes: { f: 'firehose', s: 'opensearch' }, edges: ['f > s'] },
    '128 MB for S3': { nodes: { f: ['firehose', { bufferSizeMBs: 128 }], b: 's3' }, edges: ['f > b'] },
  },
  rejects: [
    {
      because: '128 MB for OpenSearch',
      design: { nodes: { f: ['firehose', { bufferSizeMBs: 128 }], s: 'opensearch' }, edges: ['f > s'] },
      target: 'f',
      property: 'bufferSizeMBs',
      message: ['128 MB', 'at most 100 MB'],
      repairs: ['set-bufferSizeMBs'],
    },
  ],
});
