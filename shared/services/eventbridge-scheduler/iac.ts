import { block } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  TerraformResource,
} from '../../iac/ir/mapping.ts';
import { getVpcVariablesOf } from '../../iac/ir/variables.ts';
import { buildScheduleTarget } from './targets.ts';

/** Fourteen days to look at what failed. */
const retentionSeconds = 1_209_600;

function buildQueue(context: IacContext): {
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
} {
  if (!context.config.flag('deadLetterQueue')) return { cloudFormation: [], terraform: [] };
  const name = `${context.physicalName(60)}-dead-letters`;
  return {
    cloudFormation: [
      {
        key: 'dead-letters',
        type: 'AWS::SQS::Queue',
        properties: {
          QueueName: name,
          MessageRetentionPeriod: retentionSeconds,
          SqsManagedSseEnabled: true,
        },
      },
    ],
    terraform: [
      {
        key: 'dead-letters',
        type: 'aws_sqs_queue',
        arguments: { name, message_retention_seconds: retentionSeconds, sqs_managed_sse_enabled: true },
      },
    ],
  };
}

/** One schedule per target: a schedule starts one thing. They share a group. */
function build(context: IacContext): IacContribution {
  const { config } = context;
  const groupName = context.physicalName(64);
  const queue = buildQueue(context);
  const failed = config.flag('deadLetterQueue') ? context.own('dead-letters', 'arn') : undefined;
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const window = config.number('flexibleWindowMinutes');
  const mode = window > 0 ? 'FLEXIBLE' : 'OFF';
  const state = config.flag('enabled') ? 'ENABLED' : 'DISABLED';
  const age = config.number('maximumEventAgeInSeconds');
  const attempts = config.number('maximumRetryAttempts');
  const role = context.own('role', 'arn');
  const group = context.own('group', 'name');
  const schedules = context.outgoing.flatMap((edge) => {
    const target = buildScheduleTarget(context, edge);
    return target ? [{ edge, target, name: edge.node.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, 64) }] : [];
  });
  return {
    cloudFormation: [
      ...queue.cloudFormation,
      { key: 'group', type: 'AWS::Scheduler::ScheduleGroup', properties: { Name: groupName } },
      ...schedules.map(
        ({ edge, target, name }): CloudFormationResource => ({
          key: `schedule-${edge.node}`,
          type: 'AWS::Scheduler::Schedule',
          properties: {
            Name: name,
            GroupName: group,
            State: state,
            ScheduleExpression: config.text('scheduleExpression'),
            ScheduleExpressionTimezone: config.text('scheduleExpressionTimezone'),
            FlexibleTimeWindow: { Mode: mode, MaximumWindowInMinutes: window > 0 ? window : undefined },
            KmsKeyArn: key,
            Target: {
              Arn: target.arn,
              RoleArn: role,
              Input: target.input,
              RetryPolicy: { MaximumEventAgeInSeconds: age, MaximumRetryAttempts: attempts },
              DeadLetterConfig: failed && { Arn: failed },
              ...target.cloudFormation,
            },
          },
        }),
      ),
    ],
    terraform: [
      ...queue.terraform,
      { key: 'group', type: 'aws_scheduler_schedule_group', arguments: { name: groupName } },
      ...schedules.map(
        ({ edge, target, name }): TerraformResource => ({
          key: `schedule-${edge.node}`,
          type: 'aws_scheduler_schedule',
          arguments: {
            name,
            group_name: group,
            state,
            schedule_expression: config.text('scheduleExpression'),
            schedule_expression_timezone: config.text('scheduleExpressionTimezone'),
            kms_key_arn: key,
            flexible_time_window: block({
              mode,
              maximum_window_in_minutes: window > 0 ? window : undefined,
            }),
            target: block({
              arn: target.arn,
              role_arn: role,
              input: target.input,
              retry_policy: block({
                maximum_event_age_in_seconds: age,
                maximum_retry_attempts: attempts,
              }),
              dead_letter_config: failed && block({ arn: failed }),
              ...target.terraform,
            }),
          },
        }),
      ),
    ],
    roles: [
      {
        key: 'role',
        trusts: ['scheduler.amazonaws.com'],
        statements: failed ? [{ sid: 'KeepFailed', actions: ['sqs:SendMessage'], resources: [failed] }] : [],
      },
    ],
    variables: schedules
      .filter(({ edge }) => edge.service === 'ecs-fargate')
      .flatMap(({ edge }) => getVpcVariablesOf(edge.node)),
  };
}

export const iac: IacMapping = {
  primary: 'group',
  role: 'role',
  types: {
    cloudFormation: ['AWS::Scheduler::ScheduleGroup', 'AWS::Scheduler::Schedule', 'AWS::SQS::Queue'],
    terraform: ['aws_scheduler_schedule_group', 'aws_scheduler_schedule', 'aws_sqs_queue'],
  },
  build,
};
