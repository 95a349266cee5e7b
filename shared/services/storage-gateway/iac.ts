import { block, variable } from '../../iac/ir/expression.ts';
import type {
  IacContext,
  IacContribution,
  IacMapping,
  IacNeighbour,
  ManualStep,
  TerraformResource,
  VariableSpec,
} from '../../iac/ir/mapping.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';

/** A file share on the bucket; SMB needs the directory the gateway has joined. */
function buildShare(context: IacContext, bucket: IacNeighbour): TerraformResource {
  const { config } = context;
  const stale = config.number('cacheStaleTimeoutInSeconds');
  const common = {
    gateway_arn: context.own('gateway', 'arn'),
    location_arn: bucket.ref('arn'),
    role_arn: context.own('role', 'arn'),
    default_storage_class: config.text('defaultStorageClass'),
    read_only: config.flag('readOnly'),
    object_acl: 'bucket-owner-full-control',
    cache_attributes: stale > 0 ? block({ cache_stale_timeout_in_seconds: Math.max(300, stale) }) : undefined,
  };
  // The gateway needs its cache before it serves a share.
  const dependsOn = ['cache'];
  if (config.text('protocol') === 'SMB') {
    return {
      key: 'share',
      type: 'aws_storagegateway_smb_file_share',
      arguments: { ...common, authentication: 'ActiveDirectory' },
      dependsOn,
    };
  }
  return {
    key: 'share',
    type: 'aws_storagegateway_nfs_file_share',
    arguments: { ...common, client_list: config.list('clientList'), squash: config.text('squash') },
    dependsOn,
  };
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const type = config.text('gatewayType');
  const bucket = type === 'FILE_S3' ? context.outgoing.find((edge) => edge.service === 's3') : undefined;
  const smb = bucket !== undefined && config.text('protocol') === 'SMB';
  const name = (suffix: string): string => getNodeVariableName(context, suffix);
  const variables: VariableSpec[] = [
    {
      name: name('ActivationKey'),
      type: 'string',
      description: `Activation key that the appliance of ${context.physicalName(60)} shows.`,
      sensitive: true,
    },
    {
      name: name('CacheDiskId'),
      type: 'string',
      description: `Disk of the appliance of ${context.physicalName(60)} that holds the cache.`,
    },
    ...(smb
      ? [
          {
            name: name('DomainName'),
            type: 'string' as const,
            description: 'Active Directory domain that the gateway joins.',
          },
          {
            name: name('DomainUser'),
            type: 'string' as const,
            description: 'User who may join computers to the domain.',
          },
          {
            name: name('DomainPassword'),
            type: 'string' as const,
            description: 'Password of that user.',
            sensitive: true,
          },
        ]
      : []),
  ];
  const manualSteps: ManualStep[] = [
    {
      target: 'cloudformation',
      title: `Activate the gateway of ${context.name}`,
      reason: 'CloudFormation has no resource type of Storage Gateway.',
      command: `aws storagegateway activate-gateway --activation-key <key> --gateway-name <name> --gateway-timezone ${config.text('gatewayTimezone')} --gateway-region ${context.settings.region} --gateway-type ${type}`,
    },
    ...(bucket
      ? [
          {
            target: 'cloudformation' as const,
            title: `Create the file share of ${context.name}`,
            reason: 'CloudFormation has no resource type of Storage Gateway.',
            command: `aws storagegateway create-${smb ? 'smb' : 'nfs'}-file-share --client-token <token> --gateway-arn <gateway> --role <role> --location-arn <bucket>`,
          },
        ]
      : []),
  ];
  return {
    cloudFormation: [],
    terraform: [
      {
        key: 'gateway',
        type: 'aws_storagegateway_gateway',
        arguments: {
          gateway_name: context.physicalName(255),
          gateway_timezone: config.text('gatewayTimezone'),
          gateway_type: type,
          activation_key: variable(name('ActivationKey')),
          smb_active_directory_settings: smb
            ? block({
                domain_name: variable(name('DomainName')),
                username: variable(name('DomainUser')),
                password: variable(name('DomainPassword')),
              })
            : undefined,
        },
      },
      {
        key: 'cache',
        type: 'aws_storagegateway_cache',
        arguments: {
          gateway_arn: context.own('gateway', 'arn'),
          disk_id: variable(name('CacheDiskId')),
        },
      },
      ...(bucket ? [buildShare(context, bucket)] : []),
    ],
    roles: bucket ? [{ key: 'role', trusts: ['storagegateway.amazonaws.com'] }] : [],
    variables,
    manualSteps,
  };
}

export const iac: IacMapping = {
  primary: 'gateway',
  role: 'role',
  types: {
    cloudFormation: [],
    terraform: [
      'aws_storagegateway_gateway',
      'aws_storagegateway_cache',
      'aws_storagegateway_nfs_file_share',
      'aws_storagegateway_smb_file_share',
    ],
  },
  missing: { cloudFormation: 'CloudFormation has no resource type of Storage Gateway.' },
  build,
};
