import { block, json, type Expression } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';
import { getMetric } from '../metric-source.ts';

/** A dashboard with the metric; metrics themselves appear when the first value comes. */
function buildDashboard(context: IacContext): Expression {
  const metric = getMetric(context.config, context.incoming);
  const dimensions = metric.dimensions.flatMap(({ name, value }) => [name, value]);
  return {
    widgets: [
      {
        type: 'metric',
        x: 0,
        y: 0,
        width: 24,
        height: 8,
        properties: {
          title: context.name,
          region: context.settings.region,
          period: 60,
          stat: metric.statistic,
          metrics: [[metric.namespace, metric.name, ...dimensions]],
        },
      },
    ],
  };
}

function build(context: IacContext): IacContribution {
  const name = context.physicalName(255);
  const body = json(buildDashboard(context));
  const { namespace } = getMetric(context.config, context.incoming);
  const streams = context.outgoing.filter((edge) => edge.service === 'firehose');
  const streamName = (node: string) => `${context.physicalName(200)}-${node}`.slice(0, 255);
  return {
    cloudFormation: [
      {
        key: 'dashboard',
        type: 'AWS::CloudWatch::Dashboard',
        properties: { DashboardName: name, DashboardBody: body },
      },
      ...streams.map(
        (edge) =>
          ({
            key: `stream-${edge.node}`,
            type: 'AWS::CloudWatch::MetricStream',
            properties: {
              Name: streamName(edge.node),
              FirehoseArn: edge.ref('arn'),
              RoleArn: context.own('role', 'arn'),
              OutputFormat: 'json',
              IncludeFilters: [{ Namespace: namespace }],
            },
          }) as const,
      ),
    ],
    terraform: [
      {
        key: 'dashboard',
        type: 'aws_cloudwatch_dashboard',
        arguments: { dashboard_name: name, dashboard_body: body },
      },
      ...streams.map(
        (edge) =>
          ({
            key: `stream-${edge.node}`,
            type: 'aws_cloudwatch_metric_stream',
            arguments: {
              name: streamName(edge.node),
              firehose_arn: edge.ref('arn'),
              role_arn: context.own('role', 'arn'),
              output_format: 'json',
              include_filter: block({ namespace }),
            },
          }) as const,
      ),
    ],
    roles: streams.length > 0 ? [{ key: 'role', trusts: ['streams.metrics.cloudwatch.amazonaws.com'] }] : [],
  };
}

export const iac: IacMapping = {
  primary: 'dashboard',
  role: 'role',
  types: {
    cloudFormation: ['AWS::CloudWatch::Dashboard', 'AWS::CloudWatch::MetricStream'],
    terraform: ['aws_cloudwatch_dashboard', 'aws_cloudwatch_metric_stream'],
  },
  build,
};
