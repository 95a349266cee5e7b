import { type Expression, json } from '../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  ManualStep,
  RoleSpec,
  TerraformResource,
} from '../iac/ir/mapping.ts';
import { accountArn } from './account-arn.ts';

/** Kinds of SageMaker jobs that a pipeline step runs. */
export type JobKind = 'Training' | 'Transform' | 'Processing';

/** A SageMaker pipeline with one step: how a job, which is a run, is deployed. */
export interface JobPipeline {
  cloudFormation: CloudFormationResource;
  terraform: TerraformResource;
  role: RoleSpec;
  step: ManualStep;
}

/** Why neither tool has the job itself. */
export const noJobType =
  'A job is a run, not a resource; a SageMaker pipeline with the job as its only step is exported in its place.';

/** The pipeline (key `pipeline`) that runs the job, and the role (key `pipeline-role`) that may start it. */
export function buildJobPipeline(
  context: IacContext,
  kind: JobKind,
  request: { readonly [name: string]: Expression | undefined },
): JobPipeline {
  const name = context.physicalName(200);
  const definition = json({
    Version: '2020-12-01',
    Parameters: [],
    Steps: [{ Name: kind, Type: kind, Arguments: request }],
  });
  return {
    cloudFormation: {
      key: 'pipeline',
      type: 'AWS::SageMaker::Pipeline',
      properties: {
        PipelineName: name,
        PipelineDisplayName: name,
        RoleArn: context.own('pipeline-role', 'arn'),
        PipelineDefinition: { PipelineDefinitionBody: definition },
      },
    },
    terraform: {
      key: 'pipeline',
      type: 'aws_sagemaker_pipeline',
      arguments: {
        pipeline_name: name,
        pipeline_display_name: name,
        role_arn: context.own('pipeline-role', 'arn'),
        pipeline_definition: definition,
      },
    },
    role: {
      key: 'pipeline-role',
      trusts: ['sagemaker.amazonaws.com'],
      statements: [
        {
          sid: 'RunJob',
          actions: [
            `sagemaker:Create${kind}Job`,
            `sagemaker:Describe${kind}Job`,
            `sagemaker:Stop${kind}Job`,
            'sagemaker:AddTags',
          ],
          resources: [accountArn('sagemaker', `${kind.toLowerCase()}-job/*`)],
        },
        {
          sid: 'HandRoleToJob',
          actions: ['iam:PassRole'],
          resources: [context.own('role', 'arn')],
          conditions: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
        },
      ],
    },
    step: {
      target: 'both',
      title: `Start the job ${context.physicalName(60)}`,
      reason: noJobType,
      command: `aws sagemaker start-pipeline-execution --pipeline-name ${name}`,
    },
  };
}
