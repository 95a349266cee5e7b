import { block, text, variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, VariableSpec } from '../../iac/ir/mapping.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';
import { getEdgePrefix } from '../object-path.ts';
import { buildJobPipeline, noJobType } from '../sagemaker-pipeline.ts';
import { buildTransformRequest, findModelBucket } from '../sagemaker-requests.ts';
import { buildSageMakerStatements } from '../sagemaker-role.ts';

function build(context: IacContext): IacContribution {
  const { config } = context;
  const imageName = getNodeVariableName(context, 'ImageUri');
  const typed = config.text('image');
  const image = typed === '' ? variable(imageName) : typed;
  const model = findModelBucket(context.incoming);
  const modelData =
    model && text('s3://', model.ref('name'), `/${getEdgePrefix(model)}${config.text('modelDataKey')}`);
  const request = buildTransformRequest({
    config,
    incoming: context.incoming,
    outgoing: context.outgoing,
    own: (key, attribute) => context.own(key, attribute),
  });
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
