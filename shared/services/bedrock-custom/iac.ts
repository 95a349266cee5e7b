import { block, text, verbatim } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';
import { getFoundationModelArn } from '../bedrock-model-arn.ts';
import { getEdgePrefix, getEdgeUri } from '../object-path.ts';

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(60);
  const input = context.incoming.find((edge) => edge.service === 's3');
  const output = context.outgoing.find((edge) => edge.service === 's3') ?? input;
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const base = getFoundationModelArn(config.text('baseModelId'));
  const validation = config.text('validationFile');
  const file = (path: string) => input && text('s3://', input.ref('name'), `/${getEdgePrefix(input)}${path}`);
  const training = file(config.text('trainingFile'));
  // Bedrock refuses a job without data, so nothing is made until the bucket is connected.
  const model =
    training && output
      ? [
          {
            key: 'model',
            type: 'aws_bedrock_custom_model' as const,
            arguments: {
              custom_model_name: name,
              job_name: name,
              base_model_identifier: base,
              customization_type: config.text('customizationType'),
              role_arn: context.own('role', 'arn'),
              custom_model_kms_key_id: key,
              hyperparameters: verbatim(config.map('hyperParameters')),
              training_data_config: block({ s3_uri: training }),
              validation_data_config:
                validation === '' ? undefined : block({ validator: block({ s3_uri: file(validation) }) }),
              output_data_config: block({ s3_uri: getEdgeUri(output) }),
            },
          },
        ]
      : [];
  return {
    cloudFormation: [],
    terraform: model,
    roles: [{ key: 'role', trusts: ['bedrock.amazonaws.com'] }],
    manualSteps: [
      {
        target: 'cloudformation',
        title: `Start the customization ${name}`,
        reason: 'CloudFormation has no type for a custom model or its job.',
        command: `aws bedrock create-model-customization-job --job-name ${name} --custom-model-name ${name} --role-arn <role ARN> --base-model-identifier ${config.text('baseModelId')} --customization-type ${config.text('customizationType')} --training-data-config s3Uri=<training file> --output-data-config s3Uri=<folder>`,
      },
    ],
  };
}

export const iac: IacMapping = {
  primary: 'model',
  role: 'role',
  types: { cloudFormation: [], terraform: ['aws_bedrock_custom_model'] },
  missing: { cloudFormation: 'There is no type for a custom model or its job; a command starts it.' },
  build,
};
