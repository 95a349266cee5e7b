import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';
import { listNames } from '../wording.ts';
import { convertsFormat, getOtherDestinations, loadsWarehouse } from './delivery-ends.ts';

export const formatConversionWritesToS3 = defineNodeRule({
  id: 'format-conversion-writes-to-s3',
  codes: ['G-026'],
  severity: 'error',
  category: 'Delivery',
  title: 'Record format conversion is used with S3 destinations only',
  description:
    'Firehose converts to Parquet or ORC only when S3 itself is the destination. Redshift loads, OpenSearch and ' +
    'HTTP endpoints get records as they are.',
  sources: ['FH-CONV', 'FH-FMT'],
  services: ['firehose'],
  reach: 'neighbours',
  check: (node) => {
    if (!convertsFormat(node)) return [];
    const others = getOtherDestinations(node).map((edge) => edge.target);
    if (others.length === 0 && !loadsWarehouse(node)) return [];
    const where = others.length > 0 ? listNames(others) : 'a Redshift load';
    return [
      {
        message: `${node.name} converts records to ${node.config.text('dataFormatConversion')} for ${where}; conversion is allowed with S3 as the destination.`,
        property: 'dataFormatConversion',
        repairs: [setNodeProperty(node, 'dataFormatConversion', 'OFF', 'Turn the conversion off')],
      },
    ];
  },
});
