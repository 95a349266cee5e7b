import { variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, VariableSpec } from '../../iac/ir/mapping.ts';
import { buildSecurityGroup } from '../../iac/ir/security-group.ts';
import { vpcVariables } from '../../iac/ir/variables.ts';
import { buildJobPipeline, noJobType } from '../sagemaker-pipeline.ts';
import { networkInterfaceStatements } from '../network-interfaces.ts';
import { buildSageMakerStatements } from '../sagemaker-role.ts';
import { buildTrainingRequest, getJobImageName, needsVpc } from '../training-request.ts';

function build(context: IacContext): IacContribution {
  const { config } = context;
  const imageName = getJobImageName(context.nodeId, 'Training');
  const typedImage = config.text('trainingImage');
  const inVpc = needsVpc(config, context.incoming);
  const group = inVpc
    ? buildSecurityGroup(context, `Training ${context.physicalName(60)}`, { selfReferencing: true })
    : { cloudFormation: [], terraform: [] };
  const request = buildTrainingRequest({
    node: context.nodeId,
    config,
    incoming: context.incoming,
    outgoing: context.outgoing,
    own: (key, attribute) => context.own(key, attribute),
    image: typedImage === '' ? variable(imageName) : typedImage,
  });
  const pipeline = buildJobPipeline(context, 'Training', request);
  const imageVariable: VariableSpec = {
    name: imageName,
    type: 'string',
    description: `URI of the container image that trains the model of ${context.physicalName(60)}.`,
  };
  return {
    cloudFormation: [...group.cloudFormation, pipeline.cloudFormation],
    terraform: [...group.terraform, pipeline.terraform],
    roles: [
      {
        key: 'role',
        trusts: ['sagemaker.amazonaws.com'],
        statements: [
          ...buildSageMakerStatements('TrainingJobs'),
          ...(inVpc ? networkInterfaceStatements : []),
        ],
      },
      pipeline.role,
    ],
    variables: [...(typedImage === '' ? [imageVariable] : []), ...(inVpc ? vpcVariables : [])],
    manualSteps: [pipeline.step],
  };
}

export const iac: IacMapping = {
  primary: 'pipeline',
  role: 'role',
  types: {
    cloudFormation: ['AWS::SageMaker::Pipeline', 'AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'],
    terraform: ['aws_sagemaker_pipeline', 'aws_security_group'],
  },
  missing: { cloudFormation: noJobType, terraform: noJobType },
  build,
};
