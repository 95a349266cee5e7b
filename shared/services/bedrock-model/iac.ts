import { block, text } from '../../iac/ir/expression.ts';
import type {
  IacContext,
  IacContribution,
  IacMapping,
  ManualStep,
  TerraformResource,
} from '../../iac/ir/mapping.ts';
import { accountArn } from '../account-arn.ts';
import { getFoundationModelArn } from '../bedrock-model-arn.ts';
import { getEdgePrefix } from '../object-path.ts';

function buildThroughput(context: IacContext): { terraform: TerraformResource; step: ManualStep } {
  const { config } = context;
  const name = context.physicalName(63);
  const commitment =
    config.text('commitmentDuration') === 'NONE' ? undefined : config.text('commitmentDuration');
  const units = config.number('modelUnits');
  return {
    terraform: {
      key: 'throughput',
      type: 'aws_bedrock_provisioned_model_throughput',
      arguments: {
        provisioned_model_name: name,
        model_arn: getFoundationModelArn(config.text('modelId')),
        model_units: units,
        commitment_duration: commitment,
      },
    },
    step: {
      target: 'cloudformation',
      title: `Buy Provisioned Throughput for ${name}`,
      reason: 'CloudFormation has no type for Provisioned Throughput.',
      command: `aws bedrock create-provisioned-model-throughput --provisioned-model-name ${name} --model-id ${config.text('modelId')} --model-units ${units}${commitment ? ` --commitment-duration ${commitment}` : ''}`,
    },
  };
}

/** Invocation logging belongs to the account and Region; it is set up when a bucket or log group is connected. */
function buildLogging(context: IacContext): { terraform: TerraformResource; step: ManualStep } | undefined {
  const bucket = context.outgoing.find((edge) => edge.service === 's3');
  const group = context.outgoing.find((edge) => edge.service === 'cw-logs');
  if (context.config.text('capacity') === 'BATCH' || (!bucket && !group)) return undefined;
  return {
    terraform: {
      key: 'logging',
      type: 'aws_bedrock_model_invocation_logging_configuration',
      arguments: {
        logging_config: block({
          text_data_delivery_enabled: true,
          embedding_data_delivery_enabled: true,
          image_data_delivery_enabled: true,
          s3_config: bucket
            ? block({
                bucket_name: bucket.ref('name'),
                key_prefix: getEdgePrefix(bucket).replace(/\/$/, '') || undefined,
              })
            : undefined,
          cloudwatch_config: group
            ? block({ log_group_name: group.ref('name'), role_arn: context.own('role', 'arn') })
            : undefined,
        }),
      },
    },
    step: {
      target: 'cloudformation',
      title: 'Switch model invocation logging on',
      reason: 'CloudFormation has no type for the logging configuration of Bedrock.',
      command:
        'aws bedrock put-model-invocation-logging-configuration --logging-config \'{"textDataDeliveryEnabled":true,"s3Config":{"bucketName":"<bucket>"}}\'',
    },
  };
}

function getBatchStep(context: IacContext): ManualStep {
  return {
    target: 'both',
    title: `Start batch inference ${context.physicalName(60)}`,
    reason: 'A batch job is a run, not a resource.',
    command: `aws bedrock create-model-invocation-job --job-name <name> --model-id ${context.config.text('modelId')} --role-arn <role ARN> --input-data-config s3InputDataConfig={s3Uri=<input>} --output-data-config s3OutputDataConfig={s3Uri=<output>}`,
  };
}

function build(context: IacContext): IacContribution {
  const capacity = context.config.text('capacity');
  const throughput = capacity === 'PROVISIONED' ? buildThroughput(context) : undefined;
  const logging = buildLogging(context);
  const stores = new Set(['s3', 'cw-logs']);
  const needsRole = [...context.incoming, ...context.outgoing].some((edge) => stores.has(edge.service));
  const modelArn = getFoundationModelArn(context.config.text('modelId'));
  return {
    cloudFormation: [],
    terraform: [...(throughput ? [throughput.terraform] : []), ...(logging ? [logging.terraform] : [])],
    arns: { model: modelArn },
    roles: needsRole
      ? [
          {
            key: 'role',
            trusts: ['bedrock.amazonaws.com'],
            statements:
              capacity === 'BATCH'
                ? [
                    {
                      sid: 'CallModel',
                      actions: ['bedrock:InvokeModel'],
                      resources: [modelArn, text(accountArn('bedrock', 'inference-profile/'), '*')],
                    },
                  ]
                : [],
          },
        ]
      : [],
    manualSteps: [
      ...(throughput ? [throughput.step] : []),
      ...(logging ? [logging.step] : []),
      ...(capacity === 'BATCH' ? [getBatchStep(context)] : []),
    ],
  };
}

export const iac: IacMapping = {
  primary: 'model',
  role: 'role',
  types: {
    cloudFormation: [],
    terraform: [
      'aws_bedrock_provisioned_model_throughput',
      'aws_bedrock_model_invocation_logging_configuration',
    ],
  },
  missing: {
    cloudFormation:
      'A foundation model on demand is there for every account. Provisioned Throughput and invocation logging have no type.',
    terraform: 'A foundation model on demand is there for every account; nothing has to be made.',
  },
  build,
};
