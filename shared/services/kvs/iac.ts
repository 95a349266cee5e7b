import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(256);
  const key =
    config.text('encryption') === 'CUSTOMER_MANAGED'
      ? context.incoming.find((edge) => edge.service === 'kms')?.ref('arn')
      : undefined;
  const hours = config.number('dataRetentionInHours');
  const warm = config.text('defaultStorageTier') === 'WARM';
  return {
    cloudFormation: [
      {
        key: 'stream',
        type: 'AWS::KinesisVideo::Stream',
        properties: {
          Name: name,
          DataRetentionInHours: hours,
          MediaType: config.text('mediaType'),
          KmsKeyId: key,
          StreamStorageConfiguration: warm ? { DefaultStorageTier: 'WARM' } : undefined,
        },
        retain: true,
      },
    ],
    terraform: [
      {
        key: 'stream',
        type: 'aws_kinesis_video_stream',
        arguments: {
          name,
          data_retention_in_hours: hours,
          media_type: config.text('mediaType'),
          kms_key_id: key,
        },
      },
    ],
    manualSteps: warm
      ? [
          {
            target: 'terraform',
            title: `Move the video stream ${name} to the warm tier`,
            reason: 'The Terraform provider has no argument for the storage tier.',
            command: `aws kinesisvideo update-stream-storage-configuration --stream-name ${name} --current-version <version> --stream-storage-configuration DefaultStorageTier=WARM`,
          },
        ]
      : [],
  };
}

export const iac: IacMapping = {
  primary: 'stream',
  role: '',
  types: { cloudFormation: ['AWS::KinesisVideo::Stream'], terraform: ['aws_kinesis_video_stream'] },
  build,
};
