import { variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, VariableSpec } from '../../iac/ir/mapping.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';
import { getEdgeUri } from '../object-path.ts';
import { buildJobPipeline, noJobType } from '../sagemaker-pipeline.ts';
import { buildSageMakerStatements } from '../sagemaker-role.ts';

function build(context: IacContext): IacContribution {
  const { config } = context;
  const imageName = getNodeVariableName(context, 'ImageUri');
  const typed = config.text('image');
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const inputs = context.incoming.filter((edge) => edge.service === 's3');
  const outputs = context.outgoing.filter((edge) => edge.service === 's3');
  const environment = config.map('environment');
  const entrypoint = config.list('entrypoint');
  const pipeline = buildJobPipeline(context, 'Processing', {
    RoleArn: context.own('role', 'arn'),
    AppSpecification: {
      ImageUri: typed === '' ? variable(imageName) : typed,
      ContainerEntrypoint: entrypoint.length > 0 ? entrypoint : undefined,
    },
    Environment: Object.keys(environment).length > 0 ? environment : undefined,
    NetworkConfig: { EnableNetworkIsolation: config.flag('enableNetworkIsolation') },
    StoppingCondition: { MaxRuntimeInSeconds: config.number('maxRuntimeInSeconds') },
    ProcessingResources: {
      ClusterConfig: {
        InstanceType: config.text('instanceType'),
        InstanceCount: config.number('instanceCount'),
        VolumeSizeInGB: config.number('volumeSizeInGB'),
        VolumeKmsKeyId: key,
      },
    },
    ProcessingInputs: inputs.map((edge, index) => ({
      InputName: `input-${index + 1}`,
      S3Input: {
        S3Uri: getEdgeUri(edge),
        LocalPath: `/opt/ml/processing/input/${index + 1}`,
        S3DataType: 'S3Prefix',
        S3InputMode: 'File',
      },
    })),
    ProcessingOutputConfig:
      outputs.length > 0
        ? {
            KmsKeyId: key,
            Outputs: outputs.map((edge, index) => ({
              OutputName: `output-${index + 1}`,
              S3Output: {
                S3Uri: getEdgeUri(edge),
                LocalPath: `/opt/ml/processing/output/${index + 1}`,
                S3UploadMode: 'EndOfJob',
              },
            })),
          }
        : undefined,
  });
  const spec: VariableSpec = {
    name: imageName,
    type: 'string',
    description: `URI of the container image that ${context.physicalName(60)} runs.`,
  };
  return {
    cloudFormation: [pipeline.cloudFormation],
    terraform: [pipeline.terraform],
    roles: [
      {
        key: 'role',
        trusts: ['sagemaker.amazonaws.com'],
        statements: buildSageMakerStatements('ProcessingJobs'),
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
  types: { cloudFormation: ['AWS::SageMaker::Pipeline'], terraform: ['aws_sagemaker_pipeline'] },
  missing: { cloudFormation: noJobType, terraform: noJobType },
  build,
};
