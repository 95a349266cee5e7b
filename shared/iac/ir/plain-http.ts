import { type Ref, text } from './expression.ts';
import type { PolicyStatement } from './mapping.ts';

/** What is refused; the policy of a topic may name no action but those of topics. */
const refusedActions = { bucket: 's3:*', queue: 'sqs:*', topic: 'sns:Publish' } as const;

/** Statement for the policy of a bucket, queue or topic: nothing comes in or goes out without TLS. */
export function refusePlainHttp(kind: keyof typeof refusedActions, arn: Ref): PolicyStatement {
  return {
    sid: 'DenyPlainHttp',
    effect: 'Deny',
    principals: ['*'],
    actions: [refusedActions[kind]],
    resources: kind === 'bucket' ? [arn, text(arn, '/*')] : [arn],
    conditions: { Bool: { 'aws:SecureTransport': 'false' } },
    reason: 'A deny of everything that comes without TLS.',
  };
}
