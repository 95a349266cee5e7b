import { variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, VariableSpec } from '../../iac/ir/mapping.ts';
import { buildJobPipeline, noJobType } from '../sagemaker-pipeline.ts';
import { buildProcessingRequest } from '../sagemaker-requests.ts';
import { getJobImageName } from '../training-request.ts';
import { buildSageMakerStatements } from '../sagemaker-role.ts';

function build(context: IacContext): IacContribution {
  const { config } = context;
  const imageName = getJobImageName(context.nodeId, 'Processing');
  const typed = config.text('image');
  const request = buildProcessingRequest(
    {
      config,
      incoming: context.incoming,
      outgoing: context.outgoing,
      own: (key, attribute) => context.own(key, attribute),
    },
    typed === '' ? variable(imageName) : typed,
  );
  const pipeline = buildJobPipeline(context, 'Processing', request);
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
