import { defineEdgeRule } from '../define-rule.ts';
import { setNodeProperty } from '../repairs.ts';

export const logExportBucketHasNoDsse = defineEdgeRule({
  id: 'log-export-bucket-has-no-dsse',
  codes: ['G-122'],
  severity: 'error',
  category: 'Observability',
  title: 'Logs are not exported to a DSSE-KMS bucket',
  description:
    'CloudWatch Logs exports to buckets with SSE-S3 or SSE-KMS. Export tasks to a DSSE-KMS bucket fail.',
  sources: ['CWL-EXP', 'N-044'],
  from: ['cw-logs'],
  to: ['s3'],
  reach: 'ends',
  check: ({ source, target }) =>
    target.config.text('encryption') === 'DSSE_KMS'
      ? [
          {
            message: `${source.name} exports to ${target.name}, which uses DSSE-KMS; SSE-S3 or SSE-KMS is required.`,
            targets: [
              { kind: 'node', id: target.id, property: 'encryption' },
              { kind: 'node', id: source.id },
            ],
            repairs: [setNodeProperty(target, 'encryption', 'SSE_KMS', 'Use SSE-KMS')],
          },
        ]
      : [],
});
