import type { Expression } from './expression.ts';
import type { CloudFormationResource, TerraformResource } from './mapping.ts';
import { shorten } from './shorten.ts';

/** CloudWatch takes 1,024 characters. */
const maxDescriptionBytes = 1000;

/** A CloudWatch alarm on one metric, as both tools take it. */
export interface MetricAlarm {
  name: string;
  description: string;
  namespace: string;
  metric: string;
  dimensions: readonly { name: string; value: Expression }[];
  statistic: string;
  periodSeconds: number;
  /** Periods that are looked at, and how many of them must be over the threshold. */
  periods: number;
  points: number;
  threshold: number;
  comparison: string;
  missingData: string;
  actions: readonly Expression[];
  okActions: readonly Expression[];
}

/** The alarm as a resource of each tool, under the key. */
export function buildMetricAlarm(
  key: string,
  alarm: MetricAlarm,
): { cloudFormation: CloudFormationResource; terraform: TerraformResource } {
  const description = shorten(alarm.description, maxDescriptionBytes);
  const actions = alarm.actions.length > 0 ? alarm.actions : undefined;
  const okActions = alarm.okActions.length > 0 ? alarm.okActions : undefined;
  return {
    cloudFormation: {
      key,
      type: 'AWS::CloudWatch::Alarm',
      properties: {
        AlarmName: alarm.name,
        AlarmDescription: description,
        Namespace: alarm.namespace,
        MetricName: alarm.metric,
        Dimensions: alarm.dimensions.map(({ name, value }) => ({ Name: name, Value: value })),
        Statistic: alarm.statistic,
        Period: alarm.periodSeconds,
        EvaluationPeriods: alarm.periods,
        DatapointsToAlarm: alarm.points,
        Threshold: alarm.threshold,
        ComparisonOperator: alarm.comparison,
        TreatMissingData: alarm.missingData,
        AlarmActions: actions,
        OKActions: okActions,
      },
    },
    terraform: {
      key,
      type: 'aws_cloudwatch_metric_alarm',
      arguments: {
        alarm_name: alarm.name,
        alarm_description: description,
        namespace: alarm.namespace,
        metric_name: alarm.metric,
        dimensions: Object.fromEntries(alarm.dimensions.map(({ name, value }) => [name, value])),
        statistic: alarm.statistic,
        period: alarm.periodSeconds,
        evaluation_periods: alarm.periods,
        datapoints_to_alarm: alarm.points,
        threshold: alarm.threshold,
        comparison_operator: alarm.comparison,
        treat_missing_data: alarm.missingData,
        alarm_actions: actions,
        ok_actions: okActions,
      },
    },
  };
}
