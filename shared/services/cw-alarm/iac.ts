import { type Expression, pseudo, text } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';
import { findPublishedMetric, getMetric } from '../metric-source.ts';

function getActions(context: IacContext): readonly Expression[] {
  return context.outgoing.flatMap((edge): Expression[] => {
    if (edge.service === 'sns' || edge.service === 'lambda') return [edge.ref('arn')];
    if (edge.service !== 'ec2') return [];
    const action = context.config.text('instanceAction');
    return [text('arn:', pseudo('partition'), ':automate:', pseudo('region'), `:ec2:${action}`)];
  });
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const source = context.incoming.find((edge) => edge.service === 'cw-metrics');
  const metric = source ? getMetric(source.config, source.incoming) : findPublishedMetric(context.incoming);
  // An alarm without a metric cannot be made; the rules say so on the canvas.
  if (!metric) return { cloudFormation: [], terraform: [] };
  const name = context.physicalName(255);
  const actions = getActions(context);
  const topics = context.outgoing.filter((edge) => edge.service === 'sns').map((edge) => edge.ref('arn'));
  const instances = context.outgoing.filter((edge) => edge.service === 'ec2');
  // Instance actions work on the metrics of the instance itself.
  const dimensions = [
    ...metric.dimensions,
    ...instances.map((edge) => ({ name: 'InstanceId', value: edge.ref('id') })),
  ];
  const periods = config.number('evaluationPeriods');
  const points = Math.min(periods, config.number('datapointsToAlarm'));
  const description = `Watches ${metric.name} for ${context.name}`;
  return {
    cloudFormation: [
      {
        key: 'alarm',
        type: 'AWS::CloudWatch::Alarm',
        properties: {
          AlarmName: name,
          AlarmDescription: description,
          Namespace: metric.namespace,
          MetricName: metric.name,
          Dimensions: dimensions.map((dimension) => ({ Name: dimension.name, Value: dimension.value })),
          Statistic: metric.statistic,
          Period: Number(config.text('periodSeconds')),
          EvaluationPeriods: periods,
          DatapointsToAlarm: points,
          Threshold: config.number('threshold'),
          ComparisonOperator: config.text('comparisonOperator'),
          TreatMissingData: config.text('treatMissingData'),
          AlarmActions: actions.length > 0 ? actions : undefined,
          OKActions: topics.length > 0 ? topics : undefined,
        },
      },
    ],
    terraform: [
      {
        key: 'alarm',
        type: 'aws_cloudwatch_metric_alarm',
        arguments: {
          alarm_name: name,
          alarm_description: description,
          namespace: metric.namespace,
          metric_name: metric.name,
          dimensions: Object.fromEntries(dimensions.map((dimension) => [dimension.name, dimension.value])),
          statistic: metric.statistic,
          period: Number(config.text('periodSeconds')),
          evaluation_periods: periods,
          datapoints_to_alarm: points,
          threshold: config.number('threshold'),
          comparison_operator: config.text('comparisonOperator'),
          treat_missing_data: config.text('treatMissingData'),
          alarm_actions: actions.length > 0 ? actions : undefined,
          ok_actions: topics.length > 0 ? topics : undefined,
        },
      },
    ],
  };
}

export const iac: IacMapping = {
  primary: 'alarm',
  role: '',
  types: { cloudFormation: ['AWS::CloudWatch::Alarm'], terraform: ['aws_cloudwatch_metric_alarm'] },
  build,
};
