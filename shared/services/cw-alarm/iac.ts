import { type Expression, pseudo, text } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';
import { buildMetricAlarm } from '../../iac/ir/metric-alarm.ts';
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
  const alarm = buildMetricAlarm('alarm', {
    name,
    description: `Watches ${metric.name} for ${context.name}`,
    namespace: metric.namespace,
    metric: metric.name,
    dimensions,
    statistic: metric.statistic,
    periodSeconds: Number(config.text('periodSeconds')),
    periods,
    points,
    threshold: config.number('threshold'),
    comparison: config.text('comparisonOperator'),
    missingData: config.text('treatMissingData'),
    actions,
    okActions: topics,
  });
  return { cloudFormation: [alarm.cloudFormation], terraform: [alarm.terraform] };
}

export const iac: IacMapping = {
  primary: 'alarm',
  role: '',
  types: { cloudFormation: ['AWS::CloudWatch::Alarm'], terraform: ['aws_cloudwatch_metric_alarm'] },
  build,
};
