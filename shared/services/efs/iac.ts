import { block, json, variable, verbatim } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, VariableSpec } from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { vpcCidrVariable, vpcVariables } from '../../iac/ir/variables.ts';

const nfsPort = 2049;
const zones = ['A', 'B'] as const;

const subnetVariables: readonly VariableSpec[] = zones.map((zone) => ({
  name: `mountSubnetId${zone}`,
  type: 'string',
  description: `Private subnet for the mount target in Availability Zone ${zone}.`,
  validation: { pattern: '^subnet-[0-9a-f]+$', message: 'A subnet id looks like subnet-0123456789abcdef0.' },
  network: 'zone',
}));

/** Clients that mount without TLS are refused. */
function getPolicy(context: IacContext) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'DenyPlainMounts',
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
        Resource: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
      {
        Sid: 'AllowMountTargets',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
        Resource: '*',
        Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } },
      },
    ],
    Id: context.physicalName(60),
  };
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const group = buildSecurityGroup(context, `NFS clients of ${context.physicalName(60)}`, {
    portsFromVpc: [nfsPort],
  });
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const encrypted = config.flag('encrypted');
  const mode = config.text('throughputMode');
  const provisioned = mode === 'provisioned' ? config.number('provisionedThroughputInMibps') : undefined;
  const transition = config.text('transitionToIA');
  const ages = transition === 'NEVER' ? undefined : transition;
  // Elastic throughput is offered with the general purpose mode only.
  const performance = mode === 'elastic' ? 'generalPurpose' : config.text('performanceMode');
  const backup = config.flag('backups') ? 'ENABLED' : 'DISABLED';
  const owner = { uid: 1000, gid: 1000 };
  const path = config.text('accessPointPath');
  const fileSystem = context.own('file-system', 'id');
  const policy = config.flag('enforceTls') ? getPolicy(context) : undefined;
  return {
    cloudFormation: [
      ...group.cloudFormation,
      {
        key: 'file-system',
        type: 'AWS::EFS::FileSystem',
        properties: {
          Encrypted: encrypted,
          KmsKeyId: encrypted ? key : undefined,
          PerformanceMode: performance,
          ThroughputMode: mode,
          ProvisionedThroughputInMibps: provisioned,
          LifecyclePolicies: ages ? [{ TransitionToIA: ages }] : undefined,
          BackupPolicy: { Status: backup },
          FileSystemPolicy: policy && verbatim(policy),
        },
        retain: true,
      },
      ...zones.map((zone) => ({
        key: `mount-target-${zone.toLowerCase()}`,
        type: 'AWS::EFS::MountTarget' as const,
        properties: {
          FileSystemId: fileSystem,
          SubnetId: variable(`mountSubnetId${zone}`),
          SecurityGroups: [context.own(securityGroupKey, 'id')],
        },
      })),
      {
        key: 'access-point',
        type: 'AWS::EFS::AccessPoint',
        properties: {
          FileSystemId: fileSystem,
          PosixUser: { Uid: String(owner.uid), Gid: String(owner.gid) },
          RootDirectory: {
            Path: path,
            CreationInfo: {
              OwnerUid: String(owner.uid),
              OwnerGid: String(owner.gid),
              Permissions: '0755',
            },
          },
        },
      },
    ],
    terraform: [
      ...group.terraform,
      {
        key: 'file-system',
        type: 'aws_efs_file_system',
        arguments: {
          encrypted,
          kms_key_id: encrypted ? key : undefined,
          performance_mode: performance,
          throughput_mode: mode,
          provisioned_throughput_in_mibps: provisioned,
          lifecycle_policy: ages ? block({ transition_to_ia: ages }) : undefined,
        },
      },
      {
        key: 'backup-policy',
        type: 'aws_efs_backup_policy',
        arguments: { file_system_id: fileSystem, backup_policy: block({ status: backup }) },
      },
      ...(policy
        ? [
            {
              key: 'policy',
              type: 'aws_efs_file_system_policy' as const,
              arguments: { file_system_id: fileSystem, policy: json(policy) },
            },
          ]
        : []),
      ...zones.map((zone) => ({
        key: `mount-target-${zone.toLowerCase()}`,
        type: 'aws_efs_mount_target' as const,
        arguments: {
          file_system_id: fileSystem,
          subnet_id: variable(`mountSubnetId${zone}`),
          security_groups: [context.own(securityGroupKey, 'id')],
        },
      })),
      {
        key: 'access-point',
        type: 'aws_efs_access_point',
        arguments: {
          file_system_id: fileSystem,
          posix_user: block(owner),
          root_directory: block({
            path,
            creation_info: block({ owner_uid: owner.uid, owner_gid: owner.gid, permissions: '0755' }),
          }),
        },
      },
    ],
    variables: [...vpcVariables.filter((spec) => spec.name === 'vpcId'), vpcCidrVariable, ...subnetVariables],
  };
}

export const iac: IacMapping = {
  primary: 'file-system',
  role: '',
  types: {
    cloudFormation: [
      'AWS::EFS::FileSystem',
      'AWS::EFS::MountTarget',
      'AWS::EFS::AccessPoint',
      'AWS::EC2::SecurityGroup',
    ],
    terraform: [
      'aws_efs_file_system',
      'aws_efs_backup_policy',
      'aws_efs_file_system_policy',
      'aws_efs_mount_target',
      'aws_efs_access_point',
      'aws_security_group',
    ],
  },
  build,
};
