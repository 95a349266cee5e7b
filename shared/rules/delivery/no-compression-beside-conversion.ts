import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { convertsFormat } from './delivery-ends.ts';

export const noCompressionBesideConversion = defineNodeRule({
  id: 'no-compression-beside-conversion',
  codes: ['G-028'],
  severity: 'warning',
  category: 'Delivery',
  title: 'Compression of objects is not set while records are converted',
  description:
    'Parquet and ORC compress inside the file, as the columnar compression says. AWS refuses a compression of ' +
    'the whole object beside it, so the export leaves it out.',
  sources: ['FH-CONV', 'FH-FMT'],
  services: ['firehose'],
  reach: 'own',
  check: (node) => {
    const format = node.config.text('compressionFormat');
    if (!convertsFormat(node) || !node.config.isSet('compressionFormat') || format === 'UNCOMPRESSED')
      return [];
    return [
      {
        message: `${node.name} sets ${format} for objects and converts records to ${node.config.text('dataFormatConversion')}, which compresses by itself (${node.config.text('columnarCompression')}). Leave the compression of objects out.`,
        property: 'compressionFormat',
        repairs: [setNodeProperty(node, 'compressionFormat', undefined, 'Leave the compression out')],
      },
    ];
  },
});
