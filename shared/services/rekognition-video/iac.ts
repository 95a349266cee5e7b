import { block } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  ManualStep,
  TerraformResource,
} from '../../iac/ir/mapping.ts';

interface Processor {
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
  manualSteps?: readonly ManualStep[];
}

/** A processor cannot exist without the places its results go to. */
function buildIncomplete(context: IacContext, missing: string): Processor {
  return {
    cloudFormation: [],
    terraform: [],
    manualSteps: [
      {
        target: 'both',
        title: `Complete ${context.name}`,
        reason: `A stream processor for this analysis needs ${missing}; connect it and export again.`,
        command: 'aws rekognition list-stream-processors',
      },
    ],
  };
}

function buildProcessor(context: IacContext): Processor {
  const { config } = context;
  const video = context.incoming.find((edge) => edge.service === 'kvs');
  if (!video) return { cloudFormation: [], terraform: [] };
  const find = (service: string) => context.outgoing.find((edge) => edge.service === service);
  const faces = config.text('analysis') === 'FACE_SEARCH';
  const stream = faces ? find('kds') : undefined;
  const bucket = faces ? undefined : find('s3');
  const topic = faces ? undefined : find('sns');
  if (faces && !stream) return buildIncomplete(context, 'a Kinesis data stream behind it');
  if (!faces && (!bucket || !topic)) return buildIncomplete(context, 'a bucket and a topic behind it');
  const key =
    config.text('encryption') === 'CUSTOMER_MANAGED'
      ? context.incoming.find((edge) => edge.service === 'kms')?.ref('arn')
      : undefined;
  const name = context.physicalName(128);
  const role = context.own('role', 'arn');
  const collection = context.own('collection', 'id');
  const threshold = config.number('faceMatchThreshold');
  const labels = config.list('labels');
  return {
    cloudFormation: [
      {
        key: 'processor',
        type: 'AWS::Rekognition::StreamProcessor',
        properties: {
          Name: name,
          RoleArn: role,
          KinesisVideoStream: { Arn: video.ref('arn') },
          KinesisDataStream: stream && { Arn: stream.ref('arn') },
          S3Destination: bucket && { BucketName: bucket.ref('name') },
          NotificationChannel: topic && { Arn: topic.ref('arn') },
          FaceSearchSettings: faces ? { CollectionId: collection, FaceMatchThreshold: threshold } : undefined,
          ConnectedHomeSettings: faces ? undefined : { Labels: labels },
          KmsKeyId: key,
        },
      },
    ],
    terraform: [
      {
        key: 'processor',
        type: 'aws_rekognition_stream_processor',
        arguments: {
          name,
          role_arn: role,
          kms_key_id: key,
          input: block({ kinesis_video_stream: block({ arn: video.ref('arn') }) }),
          output: block({
            kinesis_data_stream: stream && block({ arn: stream.ref('arn') }),
            s3_destination: bucket && block({ bucket: bucket.ref('name') }),
          }),
          notification_channel: topic && block({ sns_topic_arn: topic.ref('arn') }),
          settings: block({
            face_search: faces
              ? block({ collection_id: collection, face_match_threshold: threshold })
              : undefined,
            connected_home: faces ? undefined : block({ labels }),
          }),
        },
      },
    ],
  };
}

function build(context: IacContext): IacContribution {
  const name = context.physicalName(255);
  const processor = buildProcessor(context);
  const faces = context.config.text('analysis') === 'FACE_SEARCH';
  return {
    cloudFormation: [
      ...(faces
        ? [
            {
              key: 'collection',
              type: 'AWS::Rekognition::Collection' as const,
              properties: { CollectionId: name },
            },
          ]
        : []),
      ...processor.cloudFormation,
    ],
    terraform: [
      ...(faces
        ? [
            {
              key: 'collection',
              type: 'aws_rekognition_collection' as const,
              arguments: { collection_id: name },
            },
          ]
        : []),
      ...processor.terraform,
    ],
    roles: [{ key: 'role', trusts: ['rekognition.amazonaws.com'] }],
    manualSteps: processor.manualSteps ?? [],
  };
}

export const iac: IacMapping = {
  primary: 'collection',
  role: 'role',
  types: {
    cloudFormation: ['AWS::Rekognition::Collection', 'AWS::Rekognition::StreamProcessor'],
    terraform: ['aws_rekognition_collection', 'aws_rekognition_stream_processor'],
  },
  build,
};
