import { defineEdgeRule } from '../define-rule.ts';
import { findAccountOf, type NodeView } from '../view/design-view.ts';
import { setNodeProperty } from '../repairs.ts';

export const noAwsManagedKeyAcrossAccounts = defineEdgeRule({
  id: 'no-aws-managed-key-across-accounts',
  codes: ['G-047'],
  severity: 'error',
  category: 'Security',
  title: 'Data that crosses accounts is encrypted with a customer managed key',
  description:
    'The policy of an AWS managed key (`aws/s3`, `aws/kinesis`) cannot be changed, so it never admits another account: ' +
    'its readers are refused although the bucket or stream policy lets them in.',
  sources: ['S3-KMS', 'KDS-SSE', 'N-043'],
  from: ['s3', 'kds', 'kvs', 'dynamodb', 'sns', 'sqs'],
  reach: 'neighbours',
  check: ({ source, target, kind }) => {
    if (kind !== 'data' && kind !== 'change-capture') return [];
    if (findAccountOf(source) === findAccountOf(target)) return [];
    const key = findAwsManagedKey(source);
    if (key === undefined) return [];
    return [
      {
        message: `${target.name} is in another account than ${source.name}, which is encrypted with the AWS managed key ${key}; that key admits its own account only. Use a customer managed key.`,
        targets: [
          { kind: 'node', id: source.id, property: 'encryption' },
          { kind: 'node', id: target.id },
        ],
        repairs:
          source.service === 's3'
            ? [setNodeProperty(source, 'encryption', 'SSE_S3', 'Use SSE-S3, which has no key policy')]
            : [],
      },
    ];
  },
});

function findAwsManagedKey(node: NodeView): string | undefined {
  if (!node.config.has('encryption')) return undefined;
  const encryption = node.config.text('encryption');
  if (encryption === 'AWS_MANAGED') return `aws/${node.service === 'kds' ? 'kinesis' : node.service}`;
  const usesKms = node.service === 's3' && (encryption === 'SSE_KMS' || encryption === 'DSSE_KMS');
  return usesKms && !node.incoming.some((edge) => edge.source.service === 'kms') ? 'aws/s3' : undefined;
}
