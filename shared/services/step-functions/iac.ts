import { block, json, pseudo, text } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, PolicyStatement } from '../../iac/ir/mapping.ts';
import { getLogRetentionDays } from '../log-retention.ts';
import { buildStateMachine } from './state-machine.ts';

const deliverLogs: PolicyStatement = {
  sid: 'DeliverLogs',
  actions: [
    'logs:CreateLogDelivery',
    'logs:GetLogDelivery',
    'logs:UpdateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:DescribeResourcePolicies',
    'logs:DescribeLogGroups',
  ],
  resources: ['*'],
  reason: 'Log delivery actions support no resource.',
};

const sendTraces: PolicyStatement = {
  sid: 'SendTraces',
  actions: [
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
  ],
  resources: ['*'],
  reason: 'Tracing actions support no resource.',
};

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(80);
  const logGroup = `/aws/vendedlogs/states/${name}`;
  const level = config.text('loggingLevel');
  const logs = level !== 'OFF';
  const tracing = config.flag('tracingEnabled');
  const definition = json(buildStateMachine(context));
  const destination = text(context.own('logs', 'arn'), ':*');
  const days = getLogRetentionDays(config);
  const distributed =
    config.text('flow') === 'DISTRIBUTED_MAP' && config.text('definitionSource') === 'EDGES';
  return {
    cloudFormation: [
      ...(logs
        ? [
            {
              key: 'logs',
              type: 'AWS::Logs::LogGroup' as const,
              properties: { LogGroupName: logGroup, RetentionInDays: days },
            },
          ]
        : []),
      {
        key: 'machine',
        type: 'AWS::StepFunctions::StateMachine',
        properties: {
          StateMachineName: name,
          StateMachineType: config.text('stateMachineType'),
          RoleArn: context.own('role', 'arn'),
          DefinitionString: definition,
          LoggingConfiguration: logs
            ? {
                Level: level,
                IncludeExecutionData: false,
                Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: destination } }],
              }
            : undefined,
          TracingConfiguration: { Enabled: tracing },
        },
      },
    ],
    terraform: [
      ...(logs
        ? [
            {
              key: 'logs',
              type: 'aws_cloudwatch_log_group' as const,
              arguments: { name: logGroup, retention_in_days: days },
            },
          ]
        : []),
      {
        key: 'machine',
        type: 'aws_sfn_state_machine',
        arguments: {
          name,
          type: config.text('stateMachineType'),
          role_arn: context.own('role', 'arn'),
          definition,
          logging_configuration: logs
            ? block({ level, include_execution_data: false, log_destination: destination })
            : undefined,
          tracing_configuration: block({ enabled: tracing }),
        },
      },
    ],
    roles: [
      {
        key: 'role',
        trusts: ['states.amazonaws.com'],
        statements: [
          ...(logs ? [deliverLogs] : []),
          ...(tracing ? [sendTraces] : []),
          ...(distributed ? [getChildStatement(name)] : []),
        ],
      },
    ],
  };
}

/** A distributed map starts its children as executions of the machine itself. */
function getChildStatement(name: string): PolicyStatement {
  return {
    sid: 'RunMapChildren',
    actions: ['states:StartExecution'],
    resources: [machineArn(name)],
  };
}

const machineArn = (name: string) =>
  text(
    'arn:',
    pseudo('partition'),
    ':states:',
    pseudo('region'),
    ':',
    pseudo('account'),
    `:stateMachine:${name}`,
  );

export const iac: IacMapping = {
  primary: 'machine',
  role: 'role',
  types: {
    cloudFormation: ['AWS::StepFunctions::StateMachine', 'AWS::Logs::LogGroup'],
    terraform: ['aws_sfn_state_machine', 'aws_cloudwatch_log_group'],
  },
  build,
};
