import { block, type Body, text, variable } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  TerraformResource,
  VariableSpec,
} from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { vpcCidrVariable, vpcVariables } from '../../iac/ir/variables.ts';
import { getEdgePrefix } from '../object-path.ts';

const subnetVariable: VariableSpec = {
  name: 'fileSystemSubnetId',
  type: 'string',
  description: 'Private subnet of the FSx file servers.',
  validation: { pattern: '^subnet-[0-9a-f]+$', message: 'A subnet id looks like subnet-0123456789abcdef0.' },
  network: 'subnet',
};

const directoryVariable: VariableSpec = {
  name: 'activeDirectoryId',
  type: 'string',
  description: 'Id of the AWS Managed Microsoft AD that the Windows file system joins.',
};

interface Kind {
  terraformType: TerraformResource['type'];
  cloudFormation: Body;
  terraform: Body;
  ports: readonly number[];
}

function getKind(context: IacContext): Kind {
  const { config } = context;
  const days = config.number('automaticBackupRetentionDays');
  const throughput = Number(config.text('throughputCapacity'));
  switch (config.text('fileSystemType')) {
    case 'WINDOWS':
      return {
        terraformType: 'aws_fsx_windows_file_system',
        ports: [445],
        cloudFormation: {
          StorageType: 'SSD',
          WindowsConfiguration: {
            ActiveDirectoryId: variable(directoryVariable.name),
            DeploymentType: 'SINGLE_AZ_2',
            ThroughputCapacity: throughput,
            AutomaticBackupRetentionDays: days,
          },
        },
        terraform: {
          storage_type: 'SSD',
          active_directory_id: variable(directoryVariable.name),
          deployment_type: 'SINGLE_AZ_2',
          throughput_capacity: throughput,
          automatic_backup_retention_days: days,
        },
      };
    case 'ONTAP':
      return {
        terraformType: 'aws_fsx_ontap_file_system',
        ports: [111, 445, 635, 2049, 3260],
        cloudFormation: {
          OntapConfiguration: {
            DeploymentType: 'SINGLE_AZ_1',
            ThroughputCapacity: Math.max(128, throughput),
            AutomaticBackupRetentionDays: days,
          },
        },
        terraform: {
          deployment_type: 'SINGLE_AZ_1',
          preferred_subnet_id: variable(subnetVariable.name),
          throughput_capacity: Math.max(128, throughput),
          automatic_backup_retention_days: days,
        },
      };
    case 'OPENZFS':
      return {
        terraformType: 'aws_fsx_openzfs_file_system',
        ports: [111, 2049, 20001, 20002, 20003],
        cloudFormation: {
          StorageType: 'SSD',
          OpenZFSConfiguration: {
            DeploymentType: 'SINGLE_AZ_1',
            ThroughputCapacity: throughput,
            AutomaticBackupRetentionDays: days,
          },
        },
        terraform: {
          storage_type: 'SSD',
          deployment_type: 'SINGLE_AZ_1',
          throughput_capacity: throughput,
          automatic_backup_retention_days: days,
        },
      };
    default: {
      const perUnit = Number(config.text('perUnitStorageThroughput'));
      return {
        terraformType: 'aws_fsx_lustre_file_system',
        ports: [988, 1018, 1019, 1020, 1021, 1022, 1023],
        cloudFormation: {
          StorageType: 'SSD',
          LustreConfiguration: {
            DeploymentType: 'PERSISTENT_2',
            PerUnitStorageThroughput: perUnit,
            DataCompressionType: 'LZ4',
            AutomaticBackupRetentionDays: days,
          },
        },
        terraform: {
          storage_type: 'SSD',
          deployment_type: 'PERSISTENT_2',
          per_unit_storage_throughput: perUnit,
          data_compression_type: 'LZ4',
          automatic_backup_retention_days: days,
        },
      };
    }
  }
}

/** The mirror between a bucket and a folder of a Lustre file system. */
function buildMirror(
  context: IacContext,
): readonly { cloudFormation: CloudFormationResource; terraform: TerraformResource }[] {
  const bucket = [...context.incoming, ...context.outgoing].find((edge) => edge.service === 's3');
  if (!bucket || context.config.text('fileSystemType') !== 'LUSTRE') return [];
  const events = ['NEW', 'CHANGED', 'DELETED'];
  const exports = context.outgoing.some((edge) => edge.service === 's3');
  const uri = text('s3://', bucket.ref('name'), `/${getEdgePrefix(bucket)}`);
  const path = context.config.text('dataRepositoryPath');
  return [
    {
      cloudFormation: {
        key: 'mirror',
        type: 'AWS::FSx::DataRepositoryAssociation',
        properties: {
          FileSystemId: context.own('file-system', 'id'),
          FileSystemPath: path,
          DataRepositoryPath: uri,
          BatchImportMetaDataOnCreate: true,
          S3: {
            AutoImportPolicy: { Events: events },
            AutoExportPolicy: exports ? { Events: events } : undefined,
          },
        },
      },
      terraform: {
        key: 'mirror',
        type: 'aws_fsx_data_repository_association',
        arguments: {
          file_system_id: context.own('file-system', 'id'),
          file_system_path: path,
          data_repository_path: uri,
          batch_import_meta_data_on_create: true,
          s3: block({
            auto_import_policy: block({ events }),
            auto_export_policy: exports ? block({ events }) : undefined,
          }),
        },
      },
    },
  ];
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const kind = getKind(context);
  const type = config.text('fileSystemType');
  const group = buildSecurityGroup(context, `Clients of the file system ${context.physicalName(60)}`, {
    portsFromVpc: kind.ports,
    // Lustre servers talk to each other through the same group.
    selfReferencing: type === 'LUSTRE',
  });
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const mirror = buildMirror(context);
  const machine = context.physicalName(40, '_');
  return {
    cloudFormation: [
      ...group.cloudFormation,
      {
        key: 'file-system',
        type: 'AWS::FSx::FileSystem',
        properties: {
          FileSystemType: type,
          StorageCapacity: config.number('storageCapacity'),
          KmsKeyId: key,
          SubnetIds: [variable(subnetVariable.name)],
          SecurityGroupIds: [context.own(securityGroupKey, 'id')],
          ...kind.cloudFormation,
        },
        retain: true,
      },
      ...(type === 'ONTAP'
        ? [
            {
              key: 'machine',
              type: 'AWS::FSx::StorageVirtualMachine' as const,
              properties: { FileSystemId: context.own('file-system', 'id'), Name: machine },
            },
          ]
        : []),
      ...mirror.map((part) => part.cloudFormation),
    ],
    terraform: [
      ...group.terraform,
      {
        key: 'file-system',
        type: kind.terraformType,
        arguments: {
          storage_capacity: config.number('storageCapacity'),
          kms_key_id: key,
          subnet_ids: [variable(subnetVariable.name)],
          security_group_ids: [context.own(securityGroupKey, 'id')],
          ...kind.terraform,
        },
      },
      ...(type === 'ONTAP'
        ? [
            {
              key: 'machine',
              type: 'aws_fsx_ontap_storage_virtual_machine' as const,
              arguments: { file_system_id: context.own('file-system', 'id'), name: machine },
            },
          ]
        : []),
      ...mirror.map((part) => part.terraform),
    ],
    variables: [
      ...vpcVariables.filter((spec) => spec.name === 'vpcId'),
      vpcCidrVariable,
      subnetVariable,
      ...(type === 'WINDOWS' ? [directoryVariable] : []),
    ],
  };
}

export const iac: IacMapping = {
  primary: 'file-system',
  role: '',
  types: {
    cloudFormation: [
      'AWS::FSx::FileSystem',
      'AWS::FSx::StorageVirtualMachine',
      'AWS::FSx::DataRepositoryAssociation',
      'AWS::EC2::SecurityGroup',
      'AWS::EC2::SecurityGroupIngress',
    ],
    terraform: [
      'aws_fsx_lustre_file_system',
      'aws_fsx_windows_file_system',
      'aws_fsx_ontap_file_system',
      'aws_fsx_ontap_storage_virtual_machine',
      'aws_fsx_openzfs_file_system',
      'aws_fsx_data_repository_association',
      'aws_security_group',
    ],
  },
  build,
};
