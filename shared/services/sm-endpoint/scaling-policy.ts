import { block, text, verbatim } from '../../iac/ir/expression.ts';
import type { CloudFormationResource, IacContext, TerraformResource } from '../../iac/ir/mapping.ts';

/** Variant name used everywhere; an endpoint here has one variant. */
export const variantName = 'AllTraffic';

const dimension = 'sagemaker:variant:DesiredInstanceCount';

interface Parts {
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
}

/** Application Auto Scaling of the endpoint's instances; nothing for serverless endpoints. */
export function buildScaling(context: IacContext): Parts {
  const { config } = context;
  const mode = config.text('mode');
  if (mode === 'SERVERLESS' || !config.flag('autoScaling')) return { cloudFormation: [], terraform: [] };
  const asynchronous = mode === 'ASYNC';
  const minimum = asynchronous ? config.number('minCapacity') : Math.max(1, config.number('minCapacity'));
  const maximum = Math.max(minimum, config.number('maxCapacity'));
  const resourceId = text('endpoint/', context.own('endpoint', 'name'), `/variant/${variantName}`);
  const name = `${context.physicalName(100)}-target`;
  const cooldown = config.number('cooldownSeconds');
  const target = config.number(asynchronous ? 'targetBacklogPerInstance' : 'targetInvocationsPerInstance');
  const endpoint = context.own('endpoint', 'name');
  const wake = asynchronous && minimum === 0 ? buildWakeUp(context, resourceId) : undefined;
  return {
    cloudFormation: [
      {
        key: 'scaling-target',
        type: 'AWS::ApplicationAutoScaling::ScalableTarget',
        properties: {
          ServiceNamespace: 'sagemaker',
          ScalableDimension: dimension,
          ResourceId: resourceId,
          MinCapacity: minimum,
          MaxCapacity: maximum,
        },
      },
      {
        key: 'scaling-policy',
        type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
        properties: {
          PolicyName: name,
          PolicyType: 'TargetTrackingScaling',
          ServiceNamespace: 'sagemaker',
          ScalableDimension: dimension,
          ResourceId: resourceId,
          TargetTrackingScalingPolicyConfiguration: {
            TargetValue: target,
            ScaleInCooldown: cooldown,
            ScaleOutCooldown: cooldown,
            ...(asynchronous
              ? {
                  CustomizedMetricSpecification: {
                    Namespace: 'AWS/SageMaker',
                    MetricName: 'ApproximateBacklogSizePerInstance',
                    Statistic: 'Average',
                    Dimensions: [{ Name: 'EndpointName', Value: endpoint }],
                  },
                }
              : {
                  PredefinedMetricSpecification: {
                    PredefinedMetricType: 'SageMakerVariantInvocationsPerInstance',
                  },
                }),
          },
        },
        dependsOn: ['scaling-target'],
      },
      ...(wake?.cloudFormation ?? []),
    ],
    terraform: [
      {
        key: 'scaling-target',
        type: 'aws_appautoscaling_target',
        arguments: {
          service_namespace: 'sagemaker',
          scalable_dimension: dimension,
          resource_id: resourceId,
          min_capacity: minimum,
          max_capacity: maximum,
        },
      },
      {
        key: 'scaling-policy',
        type: 'aws_appautoscaling_policy',
        arguments: {
          name,
          policy_type: 'TargetTrackingScaling',
          service_namespace: 'sagemaker',
          scalable_dimension: dimension,
          resource_id: resourceId,
          target_tracking_scaling_policy_configuration: block({
            target_value: target,
            scale_in_cooldown: cooldown,
            scale_out_cooldown: cooldown,
            customized_metric_specification: asynchronous
              ? block({
                  namespace: 'AWS/SageMaker',
                  metric_name: 'ApproximateBacklogSizePerInstance',
                  statistic: 'Average',
                  dimensions: block({ name: 'EndpointName', value: endpoint }),
                })
              : undefined,
            predefined_metric_specification: asynchronous
              ? undefined
              : block({ predefined_metric_type: 'SageMakerVariantInvocationsPerInstance' }),
          }),
        },
        dependsOn: ['scaling-target'],
      },
      ...(wake?.terraform ?? []),
    ],
  };
}

/** Target tracking cannot leave zero instances, so an alarm on waiting requests adds the first one. */
function buildWakeUp(context: IacContext, resourceId: ReturnType<typeof text>): Parts {
  const name = `${context.physicalName(100)}-wake`;
  const endpoint = context.own('endpoint', 'name');
  const policyArn = context.own('wake-policy', 'Arn|arn');
  return {
    cloudFormation: [
      {
        key: 'wake-policy',
        type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
        properties: {
          PolicyName: name,
          PolicyType: 'StepScaling',
          ServiceNamespace: 'sagemaker',
          ScalableDimension: dimension,
          ResourceId: resourceId,
          StepScalingPolicyConfiguration: {
            AdjustmentType: 'ChangeInCapacity',
            MetricAggregationType: 'Average',
            Cooldown: context.config.number('cooldownSeconds'),
            StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }],
          },
        },
        dependsOn: ['scaling-target'],
      },
      {
        key: 'wake-alarm',
        type: 'AWS::CloudWatch::Alarm',
        properties: {
          AlarmDescription: 'Requests wait and no instance runs',
          Namespace: 'AWS/SageMaker',
          MetricName: 'HasBacklogWithoutCapacity',
          Dimensions: [{ Name: 'EndpointName', Value: endpoint }],
          Statistic: 'Average',
          Period: 60,
          EvaluationPeriods: 2,
          DatapointsToAlarm: 2,
          Threshold: 1,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          TreatMissingData: 'missing',
          AlarmActions: [policyArn],
        },
      },
    ],
    terraform: [
      {
        key: 'wake-policy',
        type: 'aws_appautoscaling_policy',
        arguments: {
          name,
          policy_type: 'StepScaling',
          service_namespace: 'sagemaker',
          scalable_dimension: dimension,
          resource_id: resourceId,
          step_scaling_policy_configuration: block({
            adjustment_type: 'ChangeInCapacity',
            metric_aggregation_type: 'Average',
            cooldown: context.config.number('cooldownSeconds'),
            step_adjustment: block({ metric_interval_lower_bound: '0', scaling_adjustment: 1 }),
          }),
        },
        dependsOn: ['scaling-target'],
      },
      {
        key: 'wake-alarm',
        type: 'aws_cloudwatch_metric_alarm',
        arguments: {
          alarm_name: name,
          alarm_description: 'Requests wait and no instance runs',
          namespace: 'AWS/SageMaker',
          metric_name: 'HasBacklogWithoutCapacity',
          dimensions: verbatim({ EndpointName: endpoint }),
          statistic: 'Average',
          period: 60,
          evaluation_periods: 2,
          datapoints_to_alarm: 2,
          threshold: 1,
          comparison_operator: 'GreaterThanOrEqualToThreshold',
          treat_missing_data: 'missing',
          alarm_actions: [policyArn],
        },
      },
    ],
  };
}
