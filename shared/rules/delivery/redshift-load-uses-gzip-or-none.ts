import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { convertsFormat, loadsWarehouse } from './delivery-ends.ts';

const accepted = new Set(['UNCOMPRESSED', 'GZIP']);

export const redshiftLoadUsesGzipOrNone = defineNodeRule({
  id: 'redshift-load-uses-gzip-or-none',
  codes: ['G-024'],
  severity: 'error',
  category: 'Delivery',
  title: 'Files staged for Redshift are uncompressed or GZIP',
  description:
    'The COPY command that Firehose issues cannot read Snappy or ZIP. AWS refuses these formats for a Redshift ' +
    'destination.',
  sources: ['FH-API', 'N-108'],
  services: ['firehose'],
  reach: 'neighbours',
  check: (node) => {
    const format = node.config.text('compressionFormat');
    if (accepted.has(format) || convertsFormat(node) || !loadsWarehouse(node)) return [];
    return [
      {
        message: `${node.name} compresses with ${format}, but loads Redshift; GZIP or no compression is allowed.`,
        property: 'compressionFormat',
        repairs: [setNodeProperty(node, 'compressionFormat', 'GZIP', 'Use GZIP')],
      },
    ];
  },
});
