import { block, text, variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, VariableSpec } from '../../iac/ir/mapping.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';
import { getEdgePrefix, getEdgeUri } from '../object-path.ts';
import { buildJobPipeline, noJobType } from '../sagemaker-pipeline.ts';
import { buildSageMakerStatements } from '../sagemaker-role.ts';

function build(context: IacContext): IacContribution {
  const { config } = context;
  const imageName = getNodeVariableName(context, 'ImageUri');
  const typed = config.text('image');
  const image = typed === '' ? variable(imageName) : typed;
  const buckets = context.incoming.filter((edge) => edge.service === 's3');
  const model = buckets.find((edge) => edge.kind === 'configuration');
  const input = buckets.find((edge) => edge !== model);
  const output = context.outgoing.find((edge) => edge.service === 's3');
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const modelData =
    model && text('s3://', model.ref('name'), `/${getEdgePrefix(model)}${config.text('modelDataKey')}`);
  const joins = config.flag('joinInput');
  const payload = config.number('maxPayloadInMB');
  const request = {
    ModelName: context.own('model', 'name'),
    BatchStrategy: config.text('batchStrategy'),
    MaxPayloadInMB: payload,
    MaxConcurrentTransforms: Math.max(
      1,
      Math.min(config.number('maxConcurrentTransforms'), Math.floor(100 / payload)),
    ),
    TransformInput: {
      ContentType: config.text('contentType'),
      SplitType: config.text('splitType'),
      DataSource: {
        S3DataSource: { S3DataType: 'S3Prefix', S3Uri: input ? getEdgeUri(input) : 's3://' },
      },
    },
    TransformOutput: {
      S3OutputPath: output ? getEdgeUri(output) : 's3://',
      AssembleWith: config.text('splitType') === 'Line' ? 'Line' : 'None',
      KmsKeyId: key,
    },
    TransformResources: {
      InstanceType: config.text('instanceType'),
      InstanceCount: config.number('instanceCount'),
      VolumeKmsKeyId: key,
    },
    DataProcessing: joins ? { JoinSource: 'Input' } : undefined,
  };
  const pipeline = buildJobPipeline(context, 'Transform', request);
  const spec: VariableSpec = {
    name: imageName,
    type: 'string',
    description: `URI of the container image that serves the model of ${context.physicalName(60)}.`,
  };
  return {
    cloudFormation: [
      {
        key: 'model',
        type: 'AWS::SageMaker::Model',
        properties: {
          ExecutionRoleArn: context.own('role', 'arn'),
          EnableNetworkIsolation: true,
          PrimaryContainer: { Image: image, ModelDataUrl: modelData },
        },
      },
      pipeline.cloudFormation,
    ],
    terraform: [
      {
        key: 'model',
        type: 'aws_sagemaker_model',
        arguments: {
          execution_role_arn: context.own('role', 'arn'),
          enable_network_isolation: true,
          primary_container: block({ image, model_data_url: modelData }),
        },
      },
      pipeline.terraform,
    ],
    roles: [
      {
        key: 'role',
        trusts: ['sagemaker.amazonaws.com'],
        statements: buildSageMakerStatements('TransformJobs'),
      },
      pipeline.role,
    ],
    variables: typed === '' ? [spec] : [],
    manualSteps: [pipeline.step],
  };
}

export const iac: IacMapping = {
  primary: 'pipeline',
  role: 'role',
  types: {
    cloudFormation: ['AWS::SageMaker::Model', 'AWS::SageMaker::Pipeline'],
    terraform: ['aws_sagemaker_model', 'aws_sagemaker_pipeline'],
  },
  missing: { cloudFormation: noJobType, terraform: noJobType },
  build,
};
