import type { PairRule } from '../integration.ts';
import { definePairs } from '../define-pairs.ts';

/** Edges that start at a Storage Gateway. */
export const storageGatewayPairs: readonly PairRule[] = definePairs('storage-gateway', [
  {
    id: 'E-0838',
    target: 's3',
    verdict: 'direct',
    semantics: 'push',
    mechanism: 'S3 File Gateway writes objects',
    preconditions: 'bucket + role; notification when upload completes',
    terraform: 'aws_storagegateway_nfs_file_share.location_arn',
    permissions: [{ principal: 'source', grants: ['S3-RW'] }],
    encryption: 'KG',
    severity: 'error',
    sources: ['SGW-API'],
  },
  {
    id: 'E-0839',
    target: 'fsx',
    verdict: 'discouraged',
    semantics: 'push',
    mechanism: 'FSx File Gateway is closed to new customers',
    preconditions: 'use DataSync or FSx access over VPN/DX',
    terraform: 'aws_storagegateway_file_system_association.location_arn',
    severity: 'warning',
    sources: ['SGW-API'],
  },
  {
    id: 'E-0840',
    target: 'efs',
    verdict: 'impossible',
    semantics: 'none',
    mechanism: 'no EFS gateway type',
    preconditions: 'DataSync or NFS over Direct Connect',
    severity: 'error',
    sources: ['SGW-API'],
  },
  {
    id: 'E-0841',
    target: 'lambda',
    verdict: 'via',
    via: [['s3']],
    semantics: 'trigger',
    mechanism: 'S3 event after upload',
    cloudFormation: 'AWS::S3::Bucket.NotificationConfiguration.LambdaConfigurations',
    terraform: 'aws_s3_bucket_notification.lambda_function',
    resourcePolicy: 'the policy of the function admits s3.amazonaws.com',
    admits: [{ resource: 'target', service: 's3.amazonaws.com', actions: ['lambda:InvokeFunction'] }],
    severity: 'error',
    sources: ['S3-EVT'],
  },
]);
