import { block, text } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  ManualStep,
  TerraformResource,
} from '../../iac/ir/mapping.ts';
import { getEdgePrefix } from '../object-path.ts';

/** Athena counts a gigabyte as 2^30 bytes here, and refuses anything below 10 MB. */
function getCutoffBytes(context: IacContext): number {
  return Math.max(10_485_760, Math.round(context.config.number('bytesScannedCutoffGigabytes') * 1024 ** 3));
}

function buildWorkgroup(context: IacContext): {
  cloudFormation: CloudFormationResource;
  terraform: TerraformResource;
} {
  const { config } = context;
  const name = context.physicalName(128);
  const description = config.text('description') || undefined;
  const bucket =
    config.text('resultStorage') === 'BUCKET'
      ? context.outgoing.find((edge) => edge.service === 's3')
      : undefined;
  const location =
    bucket && text('s3://', bucket.ref('name'), `/${getEdgePrefix(bucket) || 'athena-results/'}`);
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const option = config.text('encryptionOption');
  const keyForResults = option === 'SSE_KMS' ? key : undefined;
  // Without a key there is nothing to encrypt with, so results fall back to the S3 managed key.
  const usedOption = option === 'SSE_KMS' && !key ? 'SSE_S3' : option;
  const enforce = config.flag('enforceWorkGroupConfiguration');
  const metrics = config.flag('publishCloudWatchMetricsEnabled');
  const version = config.text('engineVersion');
  const cutoff = getCutoffBytes(context);
  return {
    cloudFormation: {
      key: 'workgroup',
      type: 'AWS::Athena::WorkGroup',
      properties: {
        Name: name,
        Description: description,
        State: 'ENABLED',
        WorkGroupConfiguration: {
          EnforceWorkGroupConfiguration: enforce,
          PublishCloudWatchMetricsEnabled: metrics,
          BytesScannedCutoffPerQuery: cutoff,
          EngineVersion: { SelectedEngineVersion: version },
          ...(location
            ? {
                ResultConfiguration: {
                  OutputLocation: location,
                  EncryptionConfiguration: { EncryptionOption: usedOption, KmsKey: keyForResults },
                },
              }
            : { ManagedQueryResultsConfiguration: { Enabled: true } }),
        },
      },
    },
    terraform: {
      key: 'workgroup',
      type: 'aws_athena_workgroup',
      arguments: {
        name,
        description,
        state: 'ENABLED',
        configuration: block({
          enforce_workgroup_configuration: enforce,
          publish_cloudwatch_metrics_enabled: metrics,
          bytes_scanned_cutoff_per_query: cutoff,
          engine_version: block({ selected_engine_version: version }),
          result_configuration: location
            ? block({
                output_location: location,
                encryption_configuration: block({
                  encryption_option: usedOption,
                  kms_key_arn: keyForResults,
                }),
              })
            : undefined,
          managed_query_results_configuration: location ? undefined : block({ enabled: true }),
        }),
      },
    },
  };
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const workgroup = buildWorkgroup(context);
  const cloudFormation: CloudFormationResource[] = [workgroup.cloudFormation];
  const terraform: TerraformResource[] = [workgroup.terraform];
  const manualSteps: ManualStep[] = [];
  const name = context.physicalName(128);
  const reserved = config.number('reservedDpus');
  if (reserved > 0) {
    cloudFormation.push({
      key: 'capacity',
      type: 'AWS::Athena::CapacityReservation',
      properties: {
        Name: name,
        TargetDpus: reserved,
        CapacityAssignmentConfiguration: {
          CapacityAssignments: [{ WorkgroupNames: [context.own('workgroup', 'name')] }],
        },
      },
    });
    terraform.push({
      key: 'capacity',
      type: 'aws_athena_capacity_reservation',
      arguments: { name, target_dpus: reserved },
    });
    manualSteps.push({
      target: 'terraform',
      title: `Assign the reserved capacity to the workgroup ${name}`,
      reason: 'The provider creates a capacity reservation but cannot assign workgroups to it.',
      command: `aws athena put-capacity-assignment-configuration --capacity-reservation-name ${name} --capacity-assignments WorkGroupNames=${name}`,
    });
  }
  const catalog = [...context.incoming, ...context.outgoing].find((edge) => edge.service === 'glue-catalog');
  const query = config.text('savedQuery').trim();
  if (query !== '') {
    const database = catalog ? catalog.ref('name') : 'default';
    cloudFormation.push({
      key: 'query',
      type: 'AWS::Athena::NamedQuery',
      properties: {
        Name: name,
        Database: database,
        WorkGroup: context.own('workgroup', 'name'),
        QueryString: query,
      },
    });
    terraform.push({
      key: 'query',
      type: 'aws_athena_named_query',
      arguments: { name, database, workgroup: context.own('workgroup', 'name'), query },
    });
  }
  return { cloudFormation, terraform, manualSteps };
}

export const iac: IacMapping = {
  primary: 'workgroup',
  role: '',
  types: {
    cloudFormation: ['AWS::Athena::WorkGroup', 'AWS::Athena::CapacityReservation', 'AWS::Athena::NamedQuery'],
    terraform: ['aws_athena_workgroup', 'aws_athena_capacity_reservation', 'aws_athena_named_query'],
  },
  build,
};
