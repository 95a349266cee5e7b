import { pseudo, text } from '../iac/ir/expression.ts';
import type { PolicyStatement } from '../iac/ir/mapping.ts';
import { accountArn } from './account-arn.ts';

/** Log group that SageMaker AI names for a kind of resource. */
export type SageMakerLogs =
  | 'Endpoints'
  | 'TrainingJobs'
  | 'TransformJobs'
  | 'ProcessingJobs'
  | 'NotebookInstances';

/** What every SageMaker execution role needs: its image, its log group, its metrics. */
export function buildSageMakerStatements(logs: SageMakerLogs): readonly PolicyStatement[] {
  return [
    {
      sid: 'SignInToRegistry',
      actions: ['ecr:GetAuthorizationToken'],
      resources: ['*'],
      reason: 'The action has no resource-level permissions.',
    },
    {
      sid: 'PullImage',
      actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      resources: [text('arn:', pseudo('partition'), ':ecr:', pseudo('region'), ':*:repository/*')],
      reason: 'The image is an input and may be one of the public images that AWS keeps in other accounts.',
    },
    {
      sid: 'WriteLogs',
      actions: [
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:PutLogEvents',
        'logs:DescribeLogStreams',
      ],
      resources: [accountArn('logs', `log-group:/aws/sagemaker/${logs}*`)],
    },
    {
      sid: 'PublishMetrics',
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      reason: 'Metrics of a namespace are no resource; the condition narrows it.',
      conditions: { StringLike: { 'cloudwatch:namespace': '*SageMaker*' } },
    },
  ];
}
