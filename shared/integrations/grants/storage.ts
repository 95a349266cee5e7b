import {
  accountArn,
  allow,
  any,
  noResourceLevel,
  own,
  type GrantResource,
  type GrantSet,
} from './grant-set.ts';

const objects: GrantResource = own('/{prefix}*');
const bucket = own();

/** Sets for objects, files, keys and secrets. */
export const storageGrants: readonly GrantSet[] = [
  {
    id: 'S3-R',
    purpose: 'Reads objects below the prefix of the edge.',
    owners: ['s3'],
    statements: [allow(['s3:GetObject'], objects), allow(['s3:ListBucket', 's3:GetBucketLocation'], bucket)],
  },
  {
    id: 'S3-W',
    purpose: 'Writes objects below the prefix of the edge.',
    owners: ['s3'],
    statements: [
      allow(['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'], objects),
      allow(['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'], bucket),
    ],
  },
  {
    id: 'S3-RW',
    purpose: 'Reads, writes and deletes objects below the prefix of the edge.',
    owners: ['s3'],
    statements: [
      allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'], objects),
      allow(['s3:ListBucket', 's3:GetBucketLocation'], bucket),
    ],
  },
  {
    id: 'S3V-RW',
    purpose: 'Writes and queries vectors of an S3 Vectors index.',
    owners: ['s3'],
    statements: [
      allow(
        ['s3vectors:PutVectors', 's3vectors:QueryVectors', 's3vectors:GetVectors'],
        accountArn('s3vectors', 'bucket/{name}/index/*'),
      ),
    ],
  },
  {
    id: 'KMS-D',
    purpose: 'Decrypts with the key.',
    owners: ['kms'],
    statements: [allow(['kms:Decrypt'], own())],
  },
  {
    id: 'KMS-E',
    purpose: 'Encrypts new data with the key.',
    owners: ['kms'],
    statements: [allow(['kms:GenerateDataKey', 'kms:Decrypt'], own())],
  },
  {
    id: 'EFS-M',
    purpose: 'Mounts the file system and writes to it.',
    owners: ['efs'],
    statements: [allow(['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'], own())],
  },
  {
    id: 'SEC-R',
    purpose: 'Reads the credentials of the edge from Secrets Manager.',
    owners: [],
    statements: [allow(['secretsmanager:GetSecretValue'], { of: 'secret' })],
  },
  {
    id: 'ENI',
    purpose: 'Attaches network interfaces in the VPC.',
    owners: [],
    statements: [
      allow(
        [
          'ec2:CreateNetworkInterface',
          'ec2:CreateNetworkInterfacePermission',
          'ec2:DeleteNetworkInterface',
          'ec2:DescribeVpcAttribute',
        ],
        accountArn('ec2', '*/*'),
      ),
      allow(
        [
          'ec2:DescribeNetworkInterfaces',
          'ec2:DescribeSecurityGroups',
          'ec2:DescribeSubnets',
          'ec2:DescribeVpcs',
        ],
        any('Describing actions have no resource-level permissions.'),
      ),
    ],
  },
  {
    id: 'DSY-ST',
    purpose: 'Starts a run of the DataSync task and follows it.',
    owners: ['datasync'],
    statements: [
      allow(['datasync:StartTaskExecution'], own()),
      allow(['datasync:DescribeTaskExecution'], own('/execution/*')),
    ],
  },
  {
    id: 'DMS-SR',
    purpose: 'Starts the serverless replication and follows it.',
    owners: ['dms'],
    statements: [
      allow(['dms:StartReplication'], own()),
      allow(['dms:DescribeReplications'], any(noResourceLevel)),
    ],
  },
  {
    id: 'DMS-ST',
    purpose: 'Starts the replication task and follows it.',
    owners: ['dms'],
    statements: [
      allow(['dms:StartReplicationTask'], own()),
      allow(['dms:DescribeReplicationTasks'], any(noResourceLevel)),
    ],
  },
];
