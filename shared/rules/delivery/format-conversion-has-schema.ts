import { defineNodeRule } from '../define-rule.ts';
import { attachNode, setNodeProperty } from '../repairs.ts';
import { convertsFormat } from './delivery-ends.ts';

export const formatConversionHasSchema = defineNodeRule({
  id: 'format-conversion-has-schema',
  codes: ['G-026'],
  severity: 'error',
  category: 'Delivery',
  title: 'Record format conversion has a Glue table for the schema',
  description:
    'Firehose reads the names and types of the columns from a table of the Glue Data Catalog. Without it the ' +
    'stream cannot be created.',
  sources: ['FH-CONV', 'FH-FMT', 'N-107'],
  services: ['firehose'],
  reach: 'neighbours',
  check: (node) => {
    if (!convertsFormat(node)) return [];
    const edges = [...node.incoming.map((edge) => edge.source), ...node.outgoing.map((edge) => edge.target)];
    if (edges.some((other) => other.service === 'glue-catalog')) return [];
    return [
      {
        message: `${node.name} converts records to ${node.config.text('dataFormatConversion')} but no Glue Data Catalog table says their schema. Connect a table.`,
        property: 'dataFormatConversion',
        repairs: [
          ...attachNode(node, {
            service: 'glue-catalog',
            side: 'before',
            label: 'Add a Glue Data Catalog table',
            safe: true,
          }),
          setNodeProperty(node, 'dataFormatConversion', 'OFF', 'Turn the conversion off'),
        ],
      },
    ];
  },
});
