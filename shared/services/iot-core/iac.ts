import { type Body, block, blocks, pseudo, text } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, PolicyStatement } from '../../iac/ir/mapping.ts';
import { buildActions, buildQueueAction, type RuleAction } from './actions.ts';

/** Terraform wants actions of one kind as repeated blocks of one name. */
function groupBlocks(actions: readonly RuleAction[]): Body {
  const bodies = new Map<string, Body[]>();
  for (const { terraform } of actions) {
    const [argument, body] = terraform;
    bodies.set(argument, [...(bodies.get(argument) ?? []), body]);
  }
  return Object.fromEntries([...bodies].map(([argument, list]) => [argument, blocks(list)]));
}

/** Fourteen days to look at what failed. */
const retentionSeconds = 1_209_600;

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(128, '_').replace(/[^A-Za-z0-9_]/g, '_');
  const actions = buildActions(context);
  const keeps = config.flag('errorQueue');
  const errors = keeps
    ? buildQueueAction(context.own('errors', 'url'), context.own('role', 'arn'))
    : undefined;
  const queue = `${context.physicalName(70)}-errors`;
  const description = `Routes messages of ${context.name}`;
  const statements: PolicyStatement[] = [];
  if (keeps) {
    statements.push({
      sid: 'KeepFailed',
      actions: ['sqs:SendMessage'],
      resources: [context.own('errors', 'arn')],
    });
  }
  if (context.outgoing.some((edge) => edge.service === 'mqtt-device')) {
    const topic = config.text('republishTopic').replace(/\$\{[^}]*\}/g, '*');
    statements.push({
      sid: 'Republish',
      actions: ['iot:Publish'],
      resources: [
        text(
          'arn:',
          pseudo('partition'),
          ':iot:',
          pseudo('region'),
          ':',
          pseudo('account'),
          `:topic/${topic}`,
        ),
      ],
    });
  }
  return {
    cloudFormation: [
      ...(keeps
        ? [
            {
              key: 'errors',
              type: 'AWS::SQS::Queue',
              properties: {
                QueueName: queue,
                MessageRetentionPeriod: retentionSeconds,
                SqsManagedSseEnabled: true,
              },
            } as const,
          ]
        : []),
      {
        key: 'rule',
        type: 'AWS::IoT::TopicRule',
        properties: {
          RuleName: name,
          TopicRulePayload: {
            Description: description,
            Sql: config.text('sql'),
            AwsIotSqlVersion: config.text('awsIotSqlVersion'),
            RuleDisabled: false,
            Actions: actions.map((action) => action.cloudFormation),
            ErrorAction: errors?.cloudFormation,
          },
        },
      },
    ],
    terraform: [
      ...(keeps
        ? [
            {
              key: 'errors',
              type: 'aws_sqs_queue',
              arguments: {
                name: queue,
                message_retention_seconds: retentionSeconds,
                sqs_managed_sse_enabled: true,
              },
            } as const,
          ]
        : []),
      {
        key: 'rule',
        type: 'aws_iot_topic_rule',
        arguments: {
          name,
          description,
          enabled: true,
          sql: config.text('sql'),
          sql_version: config.text('awsIotSqlVersion'),
          ...groupBlocks(actions),
          error_action: errors && block({ [errors.terraform[0]]: block(errors.terraform[1]) }),
        },
      },
    ],
    roles: [{ key: 'role', trusts: ['iot.amazonaws.com'], statements }],
    manualSteps: context.outgoing
      .filter((edge) => edge.service === 'timestream' && edge.config.has('deployment'))
      .filter((edge) => edge.config.text('deployment') !== 'LIVE_ANALYTICS')
      .map((edge) => ({
        target: 'both',
        title: `Write messages to ${edge.node}`,
        reason:
          'Terraform has no rule action for InfluxDB yet; add the action by hand, or put a Lambda function in between.',
        command: `aws iot replace-topic-rule --rule-name ${name} --topic-rule-payload file://rule.json`,
      })),
  };
}

export const iac: IacMapping = {
  primary: 'rule',
  role: 'role',
  types: {
    cloudFormation: ['AWS::IoT::TopicRule', 'AWS::SQS::Queue'],
    terraform: ['aws_iot_topic_rule', 'aws_sqs_queue'],
  },
  build,
};
