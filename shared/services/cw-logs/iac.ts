import { block } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  TerraformResource,
} from '../../iac/ir/mapping.ts';
import { getLogRetentionDays } from '../log-retention.ts';

const withRole = new Set(['kds', 'firehose']);
const subscribers = new Set([...withRole, 'lambda']);
/** CloudWatch allows no more subscription filters on one log group. */
const mostFilters = 2;

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(512);
  const group = context.own('group', 'name');
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const pattern = config.text('filterPattern');
  const days = getLogRetentionDays(config);
  const wanted = context.outgoing.filter((edge) => subscribers.has(edge.service));
  const targets = wanted.slice(0, mostFilters);
  const metrics = context.outgoing.filter((edge) => edge.service === 'cw-metrics');
  const needsRole = targets.some((edge) => withRole.has(edge.service));
  const filterName = (node: string) => `to-${node}`.slice(0, 512);
  return {
    cloudFormation: [
      {
        key: 'group',
        type: 'AWS::Logs::LogGroup',
        properties: {
          LogGroupName: name,
          LogGroupClass: config.text('logGroupClass'),
          RetentionInDays: days,
          KmsKeyId: key,
        },
        retain: true,
      },
      ...targets.map(
        (edge): CloudFormationResource => ({
          key: `subscription-${edge.node}`,
          type: 'AWS::Logs::SubscriptionFilter',
          properties: {
            FilterName: filterName(edge.node),
            LogGroupName: group,
            FilterPattern: pattern,
            DestinationArn: edge.ref('arn'),
            RoleArn: withRole.has(edge.service) ? context.own('role', 'arn') : undefined,
          },
        }),
      ),
      ...metrics.map(
        (edge): CloudFormationResource => ({
          key: `metric-${edge.node}`,
          type: 'AWS::Logs::MetricFilter',
          properties: {
            FilterName: filterName(edge.node),
            LogGroupName: group,
            FilterPattern: pattern,
            MetricTransformations: [
              {
                MetricName: edge.config.text('metricName'),
                MetricNamespace: edge.config.text('namespace'),
                MetricValue: '1',
                DefaultValue: 0,
              },
            ],
          },
        }),
      ),
    ],
    terraform: [
      {
        key: 'group',
        type: 'aws_cloudwatch_log_group',
        arguments: {
          name,
          log_group_class: config.text('logGroupClass'),
          retention_in_days: days,
          kms_key_id: key,
        },
      },
      ...targets.map(
        (edge): TerraformResource => ({
          key: `subscription-${edge.node}`,
          type: 'aws_cloudwatch_log_subscription_filter',
          arguments: {
            name: filterName(edge.node),
            log_group_name: group,
            filter_pattern: pattern,
            destination_arn: edge.ref('arn'),
            role_arn: withRole.has(edge.service) ? context.own('role', 'arn') : undefined,
          },
        }),
      ),
      ...metrics.map(
        (edge): TerraformResource => ({
          key: `metric-${edge.node}`,
          type: 'aws_cloudwatch_log_metric_filter',
          arguments: {
            name: filterName(edge.node),
            log_group_name: group,
            pattern,
            metric_transformation: block({
              name: edge.config.text('metricName'),
              namespace: edge.config.text('namespace'),
              value: '1',
              default_value: '0',
            }),
          },
        }),
      ),
    ],
    manualSteps: wanted.slice(mostFilters).map((edge) => ({
      target: 'both',
      title: `Pass events on to ${edge.node}`,
      reason: `A log group has at most ${mostFilters} subscription filters; put a stream behind one of them and let it feed the rest.`,
      command: `aws logs describe-subscription-filters --log-group-name ${name}`,
    })),
    roles: needsRole ? [{ key: 'role', trusts: ['logs.amazonaws.com'] }] : [],
  };
}

export const iac: IacMapping = {
  primary: 'group',
  role: 'role',
  types: {
    cloudFormation: ['AWS::Logs::LogGroup', 'AWS::Logs::SubscriptionFilter', 'AWS::Logs::MetricFilter'],
    terraform: [
      'aws_cloudwatch_log_group',
      'aws_cloudwatch_log_subscription_filter',
      'aws_cloudwatch_log_metric_filter',
    ],
  },
  build,
};
