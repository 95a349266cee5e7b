import { block, json, pseudo, text, variable, verbatim } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { vpcVariables } from '../../iac/ir/variables.ts';
import { getLogRetentionDays } from '../log-retention.ts';

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(255);
  const logGroup = `/ecs/${name}`;
  const group = buildSecurityGroup(context, `Tasks of ${context.physicalName(200)}`);
  const environment = Object.entries(config.map('environment')).sort(([a], [b]) => (a < b ? -1 : 1));
  const logOptions = {
    'awslogs-group': context.own('logs', 'name'),
    'awslogs-region': pseudo('region'),
    'awslogs-stream-prefix': 'task',
  };
  const subnets = variable('privateSubnetIds');
  const days = getLogRetentionDays(config);
  return {
    cloudFormation: [
      ...group.cloudFormation,
      {
        key: 'logs',
        type: 'AWS::Logs::LogGroup',
        properties: { LogGroupName: logGroup, RetentionInDays: days },
      },
      {
        key: 'cluster',
        type: 'AWS::ECS::Cluster',
        properties: { ClusterName: name, ClusterSettings: [{ Name: 'containerInsights', Value: 'enabled' }] },
      },
      {
        key: 'task-definition',
        type: 'AWS::ECS::TaskDefinition',
        properties: {
          Family: name,
          Cpu: config.text('cpu'),
          Memory: String(config.number('memory')),
          NetworkMode: 'awsvpc',
          RequiresCompatibilities: ['FARGATE'],
          TaskRoleArn: context.own('role', 'arn'),
          ExecutionRoleArn: context.own('execution-role', 'arn'),
          ContainerDefinitions: [
            {
              Name: 'worker',
              Image: config.text('image'),
              Essential: true,
              Environment:
                environment.length > 0
                  ? environment.map(([key, value]) => ({ Name: key, Value: value }))
                  : undefined,
              LogConfiguration: {
                LogDriver: 'awslogs',
                Options: verbatim(logOptions),
              },
            },
          ],
        },
      },
      {
        key: 'service',
        type: 'AWS::ECS::Service',
        properties: {
          ServiceName: name,
          Cluster: context.own('cluster', 'arn'),
          TaskDefinition: context.own('task-definition', 'arn'),
          DesiredCount: config.number('desiredCount'),
          LaunchType: 'FARGATE',
          NetworkConfiguration: {
            AwsvpcConfiguration: {
              Subnets: subnets,
              SecurityGroups: [context.own(securityGroupKey, 'id')],
              AssignPublicIp: 'DISABLED',
            },
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
      {
        key: 'cluster',
        type: 'aws_ecs_cluster',
        arguments: { name, setting: block({ name: 'containerInsights', value: 'enabled' }) },
      },
      {
        key: 'task-definition',
        type: 'aws_ecs_task_definition',
        arguments: {
          family: name,
          cpu: config.text('cpu'),
          memory: String(config.number('memory')),
          network_mode: 'awsvpc',
          requires_compatibilities: ['FARGATE'],
          task_role_arn: context.own('role', 'arn'),
          execution_role_arn: context.own('execution-role', 'arn'),
          container_definitions: json([
            {
              name: 'worker',
              image: config.text('image'),
              essential: true,
              environment:
                environment.length > 0
                  ? environment.map(([key, value]) => ({ name: key, value }))
                  : undefined,
              logConfiguration: { logDriver: 'awslogs', options: logOptions },
            },
          ]),
        },
      },
      {
        key: 'service',
        type: 'aws_ecs_service',
        arguments: {
          name,
          cluster: context.own('cluster', 'arn'),
          task_definition: context.own('task-definition', 'arn'),
          desired_count: config.number('desiredCount'),
          launch_type: 'FARGATE',
          network_configuration: block({
            subnets,
            security_groups: [context.own(securityGroupKey, 'id')],
            assign_public_ip: false,
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
            sid: 'WriteTaskLogs',
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: [text(context.own('logs', 'arn'), ':*')],
          },
        ],
      },
    ],
    variables: vpcVariables,
  };
}

export const iac: IacMapping = {
  primary: 'service',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::ECS::Cluster',
      'AWS::ECS::TaskDefinition',
      'AWS::ECS::Service',
      'AWS::Logs::LogGroup',
      'AWS::EC2::SecurityGroup',
    ],
    terraform: [
      'aws_ecs_cluster',
      'aws_ecs_task_definition',
      'aws_ecs_service',
      'aws_cloudwatch_log_group',
      'aws_security_group',
    ],
  },
  build,
};
