import { block, json, pseudo, text, variable, verbatim } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, PolicyStatement } from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { vpcVariables } from '../../iac/ir/variables.ts';
import { accountArn } from '../account-arn.ts';
import { getLogRetentionDays } from '../log-retention.ts';

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(100);
  const compute = config.text('computeType');
  const fargate = compute.startsWith('FARGATE');
  const group = buildSecurityGroup(context, `Jobs of ${context.physicalName(200)}`);
  const subnets = variable('privateSubnetIds');
  const groups = [context.own(securityGroupKey, 'id')];
  const logGroup = `/aws/batch/${name}`;
  const days = getLogRetentionDays(config);
  const strategy = fargate
    ? undefined
    : compute === 'SPOT'
      ? 'SPOT_PRICE_CAPACITY_OPTIMIZED'
      : 'BEST_FIT_PROGRESSIVE';
  const instanceTypes = fargate ? undefined : config.list('instanceTypes');
  const minimum = fargate ? undefined : config.number('minvCpus');
  const requirements = [
    { type: 'VCPU', value: config.text('vcpu') },
    { type: 'MEMORY', value: String(config.number('memory')) },
  ];
  const command = config.list('command').length > 0 ? config.list('command') : undefined;
  const logOptions = {
    'awslogs-group': context.own('logs', 'name'),
    'awslogs-region': pseudo('region'),
    'awslogs-stream-prefix': 'job',
  };
  const capabilities = [fargate ? 'FARGATE' : 'EC2'];
  const execution = context.own('execution-role', 'arn');
  return {
    cloudFormation: [
      ...group.cloudFormation,
      {
        key: 'logs',
        type: 'AWS::Logs::LogGroup',
        properties: { LogGroupName: logGroup, RetentionInDays: days },
      },
      ...(fargate
        ? []
        : [
            {
              key: 'profile',
              type: 'AWS::IAM::InstanceProfile' as const,
              properties: { Roles: [context.own('instance-role', 'name')] },
            },
          ]),
      {
        key: 'compute',
        type: 'AWS::Batch::ComputeEnvironment',
        properties: {
          ComputeEnvironmentName: name,
          Type: 'MANAGED',
          State: 'ENABLED',
          ComputeResources: {
            Type: compute,
            MaxvCpus: config.number('maxvCpus'),
            MinvCpus: minimum,
            AllocationStrategy: strategy,
            InstanceTypes: instanceTypes,
            InstanceRole: fargate ? undefined : context.own('profile', 'arn'),
            Subnets: subnets,
            SecurityGroupIds: groups,
          },
        },
      },
      {
        key: 'queue',
        type: 'AWS::Batch::JobQueue',
        properties: {
          JobQueueName: name,
          Priority: config.number('priority'),
          State: 'ENABLED',
          ComputeEnvironmentOrder: [{ Order: 1, ComputeEnvironment: context.own('compute', 'arn') }],
        },
      },
      {
        key: 'definition',
        type: 'AWS::Batch::JobDefinition',
        properties: {
          JobDefinitionName: name,
          Type: 'container',
          PlatformCapabilities: capabilities,
          RetryStrategy: { Attempts: config.number('attempts') },
          Timeout: { AttemptDurationSeconds: config.number('timeoutSeconds') },
          ContainerProperties: {
            Image: config.text('image'),
            Command: command,
            JobRoleArn: context.own('role', 'arn'),
            ExecutionRoleArn: execution,
            ResourceRequirements: requirements.map((item) => ({ Type: item.type, Value: item.value })),
            LogConfiguration: { LogDriver: 'awslogs', Options: verbatim(logOptions) },
            NetworkConfiguration: fargate ? { AssignPublicIp: 'DISABLED' } : undefined,
          },
        },
      },
    ],
    terraform: [
      ...group.terraform,
      {
        key: 'logs',
        type: 'aws_cloudwatch_log_group',
        arguments: { name: logGroup, retention_in_days: days },
      },
      ...(fargate
        ? []
        : [
            {
              key: 'profile',
              type: 'aws_iam_instance_profile' as const,
              arguments: { name: context.physicalName(120), role: context.own('instance-role', 'name') },
            },
          ]),
      {
        key: 'compute',
        type: 'aws_batch_compute_environment',
        arguments: {
          name,
          type: 'MANAGED',
          state: 'ENABLED',
          compute_resources: block({
            type: compute,
            max_vcpus: config.number('maxvCpus'),
            min_vcpus: minimum,
            allocation_strategy: strategy,
            instance_type: instanceTypes,
            instance_role: fargate ? undefined : context.own('profile', 'arn'),
            subnets,
            security_group_ids: groups,
          }),
        },
      },
      {
        key: 'queue',
        type: 'aws_batch_job_queue',
        arguments: {
          name,
          priority: config.number('priority'),
          state: 'ENABLED',
          compute_environment_order: block({ order: 1, compute_environment: context.own('compute', 'arn') }),
        },
      },
      {
        key: 'definition',
        type: 'aws_batch_job_definition',
        arguments: {
          name,
          type: 'container',
          platform_capabilities: capabilities,
          retry_strategy: block({ attempts: config.number('attempts') }),
          timeout: block({ attempt_duration_seconds: config.number('timeoutSeconds') }),
          container_properties: json({
            image: config.text('image'),
            command,
            jobRoleArn: context.own('role', 'arn'),
            executionRoleArn: execution,
            resourceRequirements: requirements,
            logConfiguration: { logDriver: 'awslogs', options: logOptions },
            networkConfiguration: fargate ? { assignPublicIp: 'DISABLED' } : undefined,
          }),
        },
      },
    ],
    roles: [
      { key: 'role', trusts: ['ecs-tasks.amazonaws.com'] },
      {
        key: 'execution-role',
        trusts: ['ecs-tasks.amazonaws.com'],
        statements: [
          {
            sid: 'WriteJobLogs',
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: [text(context.own('logs', 'arn'), ':*')],
          },
        ],
      },
      ...(fargate ? [] : [{ key: 'instance-role', trusts: ['ec2.amazonaws.com'], statements: joinCluster }]),
    ],
    variables: vpcVariables,
  };
}

/** What the container agent of an instance needs to join Batch’s cluster and run tasks. */
const joinCluster: readonly PolicyStatement[] = [
  {
    sid: 'JoinCluster',
    actions: [
      'ecs:DeregisterContainerInstance',
      'ecs:Poll',
      'ecs:RegisterContainerInstance',
      'ecs:StartTelemetrySession',
      'ecs:SubmitContainerStateChange',
      'ecs:SubmitTaskStateChange',
      'ecs:UpdateContainerInstancesState',
    ],
    // Batch creates the cluster, so that nobody knows its name before.
    resources: [accountArn('ecs', 'cluster/*'), accountArn('ecs', 'container-instance/*')],
  },
  {
    sid: 'FindCluster',
    actions: ['ecs:DiscoverPollEndpoint', 'ecr:GetAuthorizationToken'],
    resources: ['*'],
    reason: 'The actions have no resource-level permissions.',
  },
];

export const iac: IacMapping = {
  primary: 'queue',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::Batch::ComputeEnvironment',
      'AWS::Batch::JobQueue',
      'AWS::Batch::JobDefinition',
      'AWS::Logs::LogGroup',
      'AWS::IAM::InstanceProfile',
      'AWS::EC2::SecurityGroup',
    ],
    terraform: [
      'aws_batch_compute_environment',
      'aws_batch_job_queue',
      'aws_batch_job_definition',
      'aws_cloudwatch_log_group',
      'aws_iam_instance_profile',
      'aws_security_group',
    ],
  },
  build,
};
