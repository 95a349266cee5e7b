import { json, variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, VariableSpec } from '../../iac/ir/mapping.ts';
import { buildSecurityGroup } from '../../iac/ir/security-group.ts';
import { vpcVariables } from '../../iac/ir/variables.ts';
import { buildSageMakerStatements, sageMakerNetworkStatement } from '../sagemaker-role.ts';
import { accountArn } from '../account-arn.ts';
import { buildTrainingRequest, getTrainingImageName, needsVpc } from '../training-request.ts';

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(200);
  const imageName = getTrainingImageName(context.nodeId);
  const typedImage = config.text('trainingImage');
  const inVpc = needsVpc(config, context.incoming);
  const group = inVpc
    ? buildSecurityGroup(context, `Training ${context.physicalName(60)}`, { selfReferencing: true })
    : { cloudFormation: [], terraform: [] };
  const request = buildTrainingRequest({
    config,
    incoming: context.incoming,
    outgoing: context.outgoing,
    own: (key, attribute) => context.own(key, attribute),
    image: typedImage === '' ? variable(imageName) : typedImage,
  });
  const definition = json({
    Version: '2020-12-01',
    Parameters: [],
    Steps: [{ Name: 'Train', Type: 'Training', Arguments: request }],
  });
  const imageVariable: VariableSpec = {
    name: imageName,
    type: 'string',
    description: `URI of the container image that trains the model of ${context.physicalName(60)}.`,
  };
  return {
    cloudFormation: [
      ...group.cloudFormation,
      {
        key: 'pipeline',
        type: 'AWS::SageMaker::Pipeline',
        properties: {
          PipelineName: name,
          PipelineDisplayName: name,
          RoleArn: context.own('pipeline-role', 'arn'),
          PipelineDefinition: { PipelineDefinitionBody: definition },
        },
      },
    ],
    terraform: [
      ...group.terraform,
      {
        key: 'pipeline',
        type: 'aws_sagemaker_pipeline',
        arguments: {
          pipeline_name: name,
          pipeline_display_name: name,
          role_arn: context.own('pipeline-role', 'arn'),
          pipeline_definition: definition,
        },
      },
    ],
    roles: [
      {
        key: 'role',
        trusts: ['sagemaker.amazonaws.com'],
        statements: [
          ...buildSageMakerStatements('TrainingJobs'),
          ...(inVpc ? [sageMakerNetworkStatement] : []),
        ],
      },
      {
        key: 'pipeline-role',
        trusts: ['sagemaker.amazonaws.com'],
        statements: [
          {
            sid: 'RunTraining',
            actions: [
              'sagemaker:CreateTrainingJob',
              'sagemaker:DescribeTrainingJob',
              'sagemaker:StopTrainingJob',
              'sagemaker:AddTags',
            ],
            resources: [accountArn('sagemaker', 'training-job/*')],
          },
          {
            sid: 'HandRoleToTraining',
            actions: ['iam:PassRole'],
            resources: [context.own('role', 'arn')],
            conditions: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
          },
        ],
      },
    ],
    variables: [...(typedImage === '' ? [imageVariable] : []), ...(inVpc ? vpcVariables : [])],
    manualSteps: [
      {
        target: 'both',
        title: `Start the training ${context.physicalName(60)}`,
        reason:
          'A training job is started, not deployed: neither tool has a type for one. The export has a SageMaker pipeline with the job as its only step.',
        command: `aws sagemaker start-pipeline-execution --pipeline-name ${name}`,
      },
    ],
  };
}

const noType =
  'A training job is a run, not a resource; a SageMaker pipeline with one training step is exported in its place.';

export const iac: IacMapping = {
  primary: 'pipeline',
  role: 'role',
  types: {
    cloudFormation: ['AWS::SageMaker::Pipeline', 'AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'],
    terraform: ['aws_sagemaker_pipeline', 'aws_security_group'],
  },
  missing: { cloudFormation: noType, terraform: noType },
  build,
};
