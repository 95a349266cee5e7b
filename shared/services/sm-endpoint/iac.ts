import {
  block,
  blocks,
  type Body,
  type Expression,
  text,
  variable,
  verbatim,
} from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, VariableSpec } from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { getNodeVariableName, vpcVariables } from '../../iac/ir/variables.ts';
import { getEdgePrefix } from '../object-path.ts';
import { networkInterfaceStatements } from '../network-interfaces.ts';
import { buildSageMakerStatements } from '../sagemaker-role.ts';
import { buildScaling, variantName } from './scaling-policy.ts';

const noParts = { cloudFormation: [], terraform: [] } as const;

function findBucketUri(edges: IacContext['incoming'], fallback: string): Expression | undefined {
  const bucket = edges.find((edge) => edge.service === 's3');
  return bucket && text('s3://', bucket.ref('name'), `/${getEdgePrefix(bucket) || fallback}`);
}

/** What a variant runs on, in both tools. */
function getVariant(context: IacContext): { cloudFormation: Body; terraform: Body } {
  const { config } = context;
  if (config.text('mode') === 'SERVERLESS') {
    const memory = Number(config.text('memorySizeInMB'));
    const most = config.number('maxConcurrency');
    const warm = config.number('provisionedConcurrency') || undefined;
    return {
      cloudFormation: {
        ServerlessConfig: { MemorySizeInMB: memory, MaxConcurrency: most, ProvisionedConcurrency: warm },
      },
      terraform: {
        serverless_config: block({
          memory_size_in_mb: memory,
          max_concurrency: most,
          provisioned_concurrency: warm,
        }),
      },
    };
  }
  const count = config.number('initialInstanceCount');
  return {
    cloudFormation: { InstanceType: config.text('instanceType'), InitialInstanceCount: count },
    terraform: { instance_type: config.text('instanceType'), initial_instance_count: count },
  };
}

/** Data capture of real-time endpoints, or the output side of asynchronous ones. */
function getOutput(context: IacContext): { cloudFormation: Body; terraform: Body } {
  const { config } = context;
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const mode = config.text('mode');
  if (mode === 'ASYNC') {
    const path = findBucketUri(context.outgoing, 'async-output/');
    const topic = context.outgoing.find((edge) => edge.service === 'sns')?.ref('arn');
    const perInstance = config.number('maxConcurrentInvocationsPerInstance');
    return {
      cloudFormation: {
        AsyncInferenceConfig: {
          ClientConfig: { MaxConcurrentInvocationsPerInstance: perInstance },
          OutputConfig: {
            S3OutputPath: path,
            KmsKeyId: key,
            NotificationConfig: topic ? { SuccessTopic: topic, ErrorTopic: topic } : undefined,
          },
        },
      },
      terraform: {
        async_inference_config: block({
          client_config: block({ max_concurrent_invocations_per_instance: perInstance }),
          output_config: block({
            s3_output_path: path,
            kms_key_id: key,
            notification_config: topic ? block({ success_topic: topic, error_topic: topic }) : undefined,
          }),
        }),
      },
    };
  }
  const percentage = config.number('dataCapturePercentage');
  const destination = findBucketUri(context.outgoing, 'data-capture/');
  if (mode !== 'REAL_TIME' || percentage === 0 || !destination) return { cloudFormation: {}, terraform: {} };
  return {
    cloudFormation: {
      DataCaptureConfig: {
        EnableCapture: true,
        InitialSamplingPercentage: percentage,
        DestinationS3Uri: destination,
        KmsKeyId: key,
        CaptureOptions: [{ CaptureMode: 'Input' }, { CaptureMode: 'Output' }],
      },
    },
    terraform: {
      data_capture_config: block({
        enable_capture: true,
        initial_sampling_percentage: percentage,
        destination_s3_uri: destination,
        kms_key_id: key,
        capture_options: blocks([{ capture_mode: 'Input' }, { capture_mode: 'Output' }]),
      }),
    },
  };
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(63);
  const inVpc = config.flag('inVpc') && config.text('mode') !== 'SERVERLESS';
  const group = inVpc ? buildSecurityGroup(context, `Endpoint ${context.physicalName(60)}`) : noParts;
  const imageName = getNodeVariableName(context, 'ImageUri');
  const typedImage = config.text('image');
  const image = typedImage === '' ? variable(imageName) : typedImage;
  const bucket = context.incoming.find((edge) => edge.service === 's3');
  const modelData =
    bucket && text('s3://', bucket.ref('name'), `/${getEdgePrefix(bucket)}${config.text('modelDataKey')}`);
  const environment =
    Object.keys(config.map('environment')).length > 0 ? verbatim(config.map('environment')) : undefined;
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const variant = getVariant(context);
  const output = getOutput(context);
  const scaling = buildScaling(context);
  // A serverless variant has no volume that the key could encrypt.
  const volumeKey = config.text('mode') === 'SERVERLESS' ? undefined : key;
  const isolated = config.flag('enableNetworkIsolation');
  const imageVariable: VariableSpec = {
    name: imageName,
    type: 'string',
    description: `URI of the container image that serves the model of ${context.physicalName(60)}.`,
  };
  return {
    cloudFormation: [
      ...group.cloudFormation,
      {
        key: 'model',
        type: 'AWS::SageMaker::Model',
        properties: {
          ExecutionRoleArn: context.own('role', 'arn'),
          EnableNetworkIsolation: isolated,
          PrimaryContainer: { Image: image, ModelDataUrl: modelData, Environment: environment },
          VpcConfig: inVpc
            ? {
                Subnets: variable('privateSubnetIds'),
                SecurityGroupIds: [context.own(securityGroupKey, 'id')],
              }
            : undefined,
        },
      },
      {
        key: 'config',
        type: 'AWS::SageMaker::EndpointConfig',
        properties: {
          KmsKeyId: volumeKey,
          ProductionVariants: [
            {
              VariantName: variantName,
              ModelName: context.own('model', 'name'),
              InitialVariantWeight: 1,
              ...variant.cloudFormation,
            },
          ],
          ...output.cloudFormation,
        },
      },
      {
        key: 'endpoint',
        type: 'AWS::SageMaker::Endpoint',
        properties: { EndpointName: name, EndpointConfigName: context.own('config', 'name') },
      },
      ...scaling.cloudFormation,
    ],
    terraform: [
      ...group.terraform,
      {
        key: 'model',
        type: 'aws_sagemaker_model',
        arguments: {
          execution_role_arn: context.own('role', 'arn'),
          enable_network_isolation: isolated,
          primary_container: block({ image, model_data_url: modelData, environment }),
          vpc_config: inVpc
            ? block({
                subnets: variable('privateSubnetIds'),
                security_group_ids: [context.own(securityGroupKey, 'id')],
              })
            : undefined,
        },
      },
      {
        key: 'config',
        type: 'aws_sagemaker_endpoint_configuration',
        arguments: {
          name_prefix: `${context.physicalName(30)}-`,
          kms_key_arn: volumeKey,
          production_variants: block({
            variant_name: variantName,
            model_name: context.own('model', 'name'),
            initial_variant_weight: 1,
            ...variant.terraform,
          }),
          ...output.terraform,
        },
      },
      {
        key: 'endpoint',
        type: 'aws_sagemaker_endpoint',
        arguments: { name, endpoint_config_name: context.own('config', 'name') },
      },
      ...scaling.terraform,
    ],
    roles: [
      {
        key: 'role',
        trusts: ['sagemaker.amazonaws.com'],
        statements: [...buildSageMakerStatements('Endpoints'), ...(inVpc ? networkInterfaceStatements : [])],
      },
    ],
    variables: [...(typedImage === '' ? [imageVariable] : []), ...(inVpc ? vpcVariables : [])],
  };
}

export const iac: IacMapping = {
  primary: 'endpoint',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::SageMaker::Model',
      'AWS::SageMaker::EndpointConfig',
      'AWS::SageMaker::Endpoint',
      'AWS::ApplicationAutoScaling::ScalableTarget',
      'AWS::ApplicationAutoScaling::ScalingPolicy',
      'AWS::CloudWatch::Alarm',
      'AWS::EC2::SecurityGroup',
    ],
    terraform: [
      'aws_sagemaker_model',
      'aws_sagemaker_endpoint_configuration',
      'aws_sagemaker_endpoint',
      'aws_appautoscaling_target',
      'aws_appautoscaling_policy',
      'aws_cloudwatch_metric_alarm',
      'aws_security_group',
    ],
  },
  build,
};
