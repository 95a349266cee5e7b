import { policy, ref } from '../ir/expression.ts';
import type { CloudFormationItem, DocumentItem, TerraformItem } from '../ir/graph.ts';
import type { PolicyStatement, ResourcePolicySpec } from '../ir/mapping.ts';

/** A resource policy in the forms of both tools. */
export interface LoweredResourcePolicy {
  cloudFormation: readonly CloudFormationItem[];
  terraform: readonly (TerraformItem | DocumentItem)[];
  /** Statements that have to become a property of the resource itself. */
  keyPolicy?: { of: string; document: string; statements: readonly PolicyStatement[] };
}

const forms = {
  bucket: {
    cloudFormation: { type: 'AWS::S3::BucketPolicy', target: 'Bucket', attribute: 'name', list: false },
    terraform: { type: 'aws_s3_bucket_policy', target: 'bucket', attribute: 'id' },
  },
  queue: {
    cloudFormation: { type: 'AWS::SQS::QueuePolicy', target: 'Queues', attribute: 'url', list: true },
    terraform: { type: 'aws_sqs_queue_policy', target: 'queue_url', attribute: 'url' },
  },
  topic: {
    cloudFormation: { type: 'AWS::SNS::TopicPolicy', target: 'Topics', attribute: 'arn', list: true },
    terraform: { type: 'aws_sns_topic_policy', target: 'arn', attribute: 'arn' },
  },
} as const;

/** Turns the policy of a bucket, queue, topic or key of the node into items. */
export function lowerResourcePolicy(node: string, spec: ResourcePolicySpec): LoweredResourcePolicy {
  const base = { section: node, primary: false, dependsOn: [] };
  const documentKey = `${spec.key}-document`;
  const document: DocumentItem = {
    ...base,
    kind: 'document',
    id: `${node}/${documentKey}`,
    key: spec.key,
    statements: spec.statements,
  };
  if (spec.kind === 'key') {
    const keyPolicy = { of: `${node}/${spec.of}`, document: document.id, statements: spec.statements };
    return { cloudFormation: [], terraform: [document], keyPolicy };
  }
  const { cloudFormation, terraform } = forms[spec.kind];
  const target = ref(`${node}/${spec.of}`, cloudFormation.attribute);
  const item = { ...base, kind: 'resource' as const, id: `${node}/${spec.key}`, key: spec.key };
  return {
    cloudFormation: [
      {
        ...item,
        type: cloudFormation.type,
        properties: {
          [cloudFormation.target]: cloudFormation.list ? [target] : target,
          PolicyDocument: policy(spec.statements),
        },
        retain: false,
      },
    ],
    terraform: [
      document,
      {
        ...item,
        type: terraform.type,
        arguments: {
          [terraform.target]: ref(`${node}/${spec.of}`, terraform.attribute),
          policy: ref(document.id, 'json'),
        },
      },
    ],
  };
}
