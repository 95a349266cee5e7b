import { block, type Body, type Expression, text, variable } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacEdgeEnd,
  TerraformResource,
  VariableSpec,
} from '../../iac/ir/mapping.ts';
import { securityGroupKey } from '../../iac/ir/security-group.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';
import { accountArn } from '../account-arn.ts';
import { getEdgePrefix } from '../object-path.ts';

type Side = 'source' | 'destination';

/** A DataSync location in both tools. */
export interface Location {
  cloudFormation: CloudFormationResource;
  terraform: TerraformResource;
  variables: readonly VariableSpec[];
  needsSecurityGroup: boolean;
}

interface Parts {
  type: CloudFormationResource['type'];
  terraformType: TerraformResource['type'];
  cloudFormation: Body;
  terraform: Body;
  variables?: readonly VariableSpec[];
  needsSecurityGroup?: boolean;
}

/** Subnet in which DataSync places the interfaces that mount a file system. */
export const subnetVariable: VariableSpec = {
  name: 'dataSyncSubnetId',
  type: 'string',
  description: 'Private subnet from which DataSync reaches file systems; they need a mount target there.',
  validation: { pattern: '^subnet-[0-9a-f]+$', message: 'A subnet id looks like subnet-0123456789abcdef0.' },
  network: 'subnet',
};

function getAgents(context: IacContext): { name: string; spec: VariableSpec } {
  const name = getNodeVariableName(context, 'AgentArns');
  return {
    name,
    spec: {
      name,
      type: 'list(string)',
      description: `ARNs of the activated DataSync agents at the site of ${context.physicalName(60)}.`,
    },
  };
}

/** The location at one end of an edge. */
export function buildLocation(context: IacContext, edge: IacEdgeEnd, side: Side): Location {
  const parts = buildParts(context, edge, side);
  return {
    cloudFormation: { key: side, type: parts.type, properties: parts.cloudFormation },
    terraform: { key: side, type: parts.terraformType, arguments: parts.terraform },
    variables: parts.variables ?? [],
    needsSecurityGroup: parts.needsSecurityGroup ?? false,
  };
}

function buildParts(context: IacContext, edge: IacEdgeEnd, side: Side): Parts {
  switch (edge.service) {
    case 's3':
      return buildBucket(context, edge, side);
    case 'efs':
      return buildEfs(context, edge);
    case 'fsx':
      return buildFsx(context, edge);
    default:
      return buildSite(context, edge);
  }
}

function buildBucket(context: IacContext, edge: IacEdgeEnd, side: Side): Parts {
  const role = context.own('role', 'arn');
  const folder = `/${getEdgePrefix(edge)}`;
  const storageClass = side === 'destination' ? context.config.text('s3StorageClass') : undefined;
  return {
    type: 'AWS::DataSync::LocationS3',
    terraformType: 'aws_datasync_location_s3',
    cloudFormation: {
      S3BucketArn: edge.ref('arn'),
      Subdirectory: folder,
      S3StorageClass: storageClass,
      S3Config: { BucketAccessRoleArn: role },
    },
    terraform: {
      s3_bucket_arn: edge.ref('arn'),
      subdirectory: folder,
      s3_storage_class: storageClass,
      s3_config: block({ bucket_access_role_arn: role }),
    },
  };
}

const getGroupArn = (context: IacContext): Expression =>
  text(accountArn('ec2', 'security-group/'), context.own(securityGroupKey, 'id'));

function buildEfs(context: IacContext, edge: IacEdgeEnd): Parts {
  const subnet = text(accountArn('ec2', 'subnet/'), variable(subnetVariable.name));
  const groups = [getGroupArn(context)];
  return {
    type: 'AWS::DataSync::LocationEFS',
    terraformType: 'aws_datasync_location_efs',
    cloudFormation: {
      EfsFilesystemArn: edge.ref('arn'),
      InTransitEncryption: 'TLS1_2',
      FileSystemAccessRoleArn: context.own('role', 'arn'),
      Ec2Config: { SubnetArn: subnet, SecurityGroupArns: groups },
    },
    terraform: {
      efs_file_system_arn: edge.ref('arn'),
      in_transit_encryption: 'TLS1_2',
      file_system_access_role_arn: context.own('role', 'arn'),
      ec2_config: block({ subnet_arn: subnet, security_group_arns: groups }),
    },
    variables: [subnetVariable],
    needsSecurityGroup: true,
  };
}

function buildFsx(context: IacContext, edge: IacEdgeEnd): Parts {
  const groups = [getGroupArn(context)];
  const arn = edge.ref('arn');
  const kind = edge.config.has('fileSystemType') ? edge.config.text('fileSystemType') : 'LUSTRE';
  if (kind === 'WINDOWS') {
    const name = getNodeVariableName(context, 'WindowsPassword');
    return {
      type: 'AWS::DataSync::LocationFSxWindows',
      terraformType: 'aws_datasync_location_fsx_windows_file_system',
      cloudFormation: {
        FsxFilesystemArn: arn,
        SecurityGroupArns: groups,
        User: 'datasync',
        Password: variable(name),
      },
      terraform: {
        fsx_filesystem_arn: arn,
        security_group_arns: groups,
        user: 'datasync',
        password: variable(name),
      },
      variables: [
        {
          name,
          type: 'string',
          sensitive: true,
          description: 'Password of the user datasync in the directory of the FSx file system.',
        },
      ],
      needsSecurityGroup: true,
    };
  }
  if (kind === 'ONTAP') {
    const machine = edge.refTo('machine', 'arn');
    return {
      type: 'AWS::DataSync::LocationFSxONTAP',
      terraformType: 'aws_datasync_location_fsx_ontap_file_system',
      cloudFormation: {
        StorageVirtualMachineArn: machine,
        SecurityGroupArns: groups,
        Protocol: { NFS: { MountOptions: { Version: 'NFS3' } } },
      },
      terraform: {
        storage_virtual_machine_arn: machine,
        security_group_arns: groups,
        protocol: block({ nfs: block({ mount_options: block({ version: 'NFS3' }) }) }),
      },
      needsSecurityGroup: true,
    };
  }
  if (kind === 'OPENZFS') {
    return {
      type: 'AWS::DataSync::LocationFSxOpenZFS',
      terraformType: 'aws_datasync_location_fsx_openzfs_file_system',
      cloudFormation: {
        FsxFilesystemArn: arn,
        SecurityGroupArns: groups,
        Protocol: { NFS: { MountOptions: { Version: 'AUTOMATIC' } } },
      },
      terraform: {
        fsx_filesystem_arn: arn,
        security_group_arns: groups,
        protocol: block({ nfs: block({ mount_options: block({ version: 'AUTOMATIC' }) }) }),
      },
      needsSecurityGroup: true,
    };
  }
  return {
    type: 'AWS::DataSync::LocationFSxLustre',
    terraformType: 'aws_datasync_location_fsx_lustre_file_system',
    cloudFormation: { FsxFilesystemArn: arn, SecurityGroupArns: groups },
    terraform: { fsx_filesystem_arn: arn, security_group_arns: groups },
    needsSecurityGroup: true,
  };
}

/** A share at a site outside AWS, read through agents. */
function buildSite(context: IacContext, edge: IacEdgeEnd): Parts {
  const { config } = edge;
  const read = (name: string, fallback: string): string => (config.has(name) ? config.text(name) : fallback);
  const { name, spec } = getAgents(context);
  const agents = variable(name);
  const host = read('serverHostname', 'files.example.internal');
  const folder = read('subdirectory', '/');
  switch (read('protocol', 'NFS')) {
    case 'SMB': {
      const password = getNodeVariableName(context, 'SharePassword');
      const user = read('user', 'datasync');
      return {
        type: 'AWS::DataSync::LocationSMB',
        terraformType: 'aws_datasync_location_smb',
        cloudFormation: {
          ServerHostname: host,
          Subdirectory: folder,
          User: user,
          Password: variable(password),
          AgentArns: agents,
        },
        terraform: {
          server_hostname: host,
          subdirectory: folder,
          user,
          password: variable(password),
          agent_arns: agents,
        },
        variables: [
          spec,
          {
            name: password,
            type: 'string',
            sensitive: true,
            description: `Password with which ${context.physicalName(60)} mounts the share.`,
          },
        ],
      };
    }
    case 'HDFS': {
      const user = read('simpleUser', 'hdfs');
      return {
        type: 'AWS::DataSync::LocationHDFS',
        terraformType: 'aws_datasync_location_hdfs',
        cloudFormation: {
          NameNodes: [{ Hostname: host, Port: 8020 }],
          Subdirectory: folder,
          AuthenticationType: 'SIMPLE',
          SimpleUser: user,
          AgentArns: agents,
        },
        terraform: {
          name_node: block({ hostname: host, port: 8020 }),
          subdirectory: folder,
          authentication_type: 'SIMPLE',
          simple_user: user,
          agent_arns: agents,
        },
        variables: [spec],
      };
    }
    case 'OBJECT': {
      const access = getNodeVariableName(context, 'ObjectAccessKey');
      const secret = getNodeVariableName(context, 'ObjectSecretKey');
      const bucket = read('bucketName', 'files');
      return {
        type: 'AWS::DataSync::LocationObjectStorage',
        terraformType: 'aws_datasync_location_object_storage',
        cloudFormation: {
          ServerHostname: host,
          ServerProtocol: 'HTTPS',
          BucketName: bucket,
          Subdirectory: folder,
          AccessKey: variable(access),
          SecretKey: variable(secret),
          AgentArns: agents,
        },
        terraform: {
          server_hostname: host,
          server_protocol: 'HTTPS',
          bucket_name: bucket,
          subdirectory: folder,
          access_key: variable(access),
          secret_key: variable(secret),
          agent_arns: agents,
        },
        variables: [
          spec,
          { name: access, type: 'string', description: 'Access key of the object store outside AWS.' },
          {
            name: secret,
            type: 'string',
            sensitive: true,
            description: 'Secret key of the object store outside AWS.',
          },
        ],
      };
    }
    default:
      return {
        type: 'AWS::DataSync::LocationNFS',
        terraformType: 'aws_datasync_location_nfs',
        cloudFormation: {
          ServerHostname: host,
          Subdirectory: folder,
          OnPremConfig: { AgentArns: agents },
        },
        terraform: {
          server_hostname: host,
          subdirectory: folder,
          on_prem_config: block({ agent_arns: agents }),
        },
        variables: [spec],
      };
  }
}
