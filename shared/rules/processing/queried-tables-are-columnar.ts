import { defineNodeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

const rowFormats = new Set(['json', 'csv', 'avro']);
const engines = new Set(['athena', 'redshift-spectrum']);

export const queriedTablesAreColumnar = defineNodeRule({
  id: 'queried-tables-are-columnar',
  codes: ['G-085'],
  severity: 'warning',
  category: 'Processing',
  title: 'Tables that Athena or Spectrum query are columnar and partitioned',
  description:
    'Both engines charge for the bytes they scan. In Parquet or ORC they read the columns a query needs, and with ' +
    'partitions only the folders it needs; row formats without partitions are read whole, every time.',
  sources: ['N-006', 'N-173', 'ATH-GLUE'],
  services: ['glue-catalog'],
  reach: 'neighbours',
  check: (node) => {
    const readers = node.outgoing.filter((edge) => engines.has(edge.target.service));
    if (readers.length === 0 || node.config.text('tableFormat') !== 'HIVE') return [];
    const classification = node.config.text('classification');
    const who = readers.map((edge) => edge.target.name).join(' and ');
    const problems = [];
    if (rowFormats.has(classification))
      problems.push({
        message: `${who} queries ${node.name}, which is ${classification}; every query reads whole rows. Convert to Parquet, for example in Firehose or a Glue job.`,
        property: 'classification',
        part: 'format',
      });
    if (node.config.rows('partitionKeys').length === 0)
      problems.push({
        message: `${who} queries ${node.name}, which has no partitions; every query reads all objects. Partition by what queries filter on, such as the date.`,
        property: 'partitionKeys',
        part: 'partitions',
        repairs: [setNodeProperty(node, 'partitionKeys', undefined, 'Partition by year, month and day')],
      });
    return problems;
  },
});
