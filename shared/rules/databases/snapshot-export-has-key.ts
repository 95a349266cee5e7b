import { defineEdgeRule } from '../define-rule.ts';
import { attachNode } from '../repairs.ts';

export const snapshotExportHasKey = defineEdgeRule({
  id: 'snapshot-export-has-key',
  codes: ['G-103'],
  severity: 'error',
  category: 'Security',
  title: 'A snapshot export to S3 has a customer managed key',
  description:
    'The export of an RDS or Aurora snapshot is always encrypted, and AWS asks for the KMS key: there is no default. ' +
    'Connect a key to the database.',
  sources: ['AU-EXP'],
  from: ['rds', 'aurora'],
  to: ['s3'],
  reach: 'neighbours',
  check: ({ source, target }) => {
    if ([...source.incoming, ...target.incoming].some((edge) => edge.source.service === 'kms')) return [];
    return [
      {
        message: `${source.name} exports snapshots to ${target.name}, but no KMS key is connected to encrypt them. Connect one.`,
        repairs: [
          ...attachNode(source, {
            service: 'kms',
            side: 'before',
            kind: 'configuration',
            label: 'Add a KMS key',
            safe: true,
          }),
        ],
      },
    ];
  },
});
