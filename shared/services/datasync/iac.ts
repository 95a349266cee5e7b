import { block, json, pseudo, type Ref, text } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  TerraformResource,
} from '../../iac/ir/mapping.ts';
import { buildSecurityGroup } from '../../iac/ir/security-group.ts';
import { vpcVariables } from '../../iac/ir/variables.ts';
import { accountArn } from '../account-arn.ts';
import { getLogRetentionDays } from '../log-retention.ts';
import { buildLocation } from './location.ts';
import { getTaskMode, getVerifyMode, isLocation } from './task-mode.ts';

interface Parts {
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
}

/** The log group that the task is drawn to, else its own. */
function getLogGroup(context: IacContext): { arn: Ref; drawn: boolean } {
  const drawn = context.outgoing.find((edge) => edge.service === 'cw-logs');
  return { arn: drawn?.ref('arn') ?? context.own('logs', 'arn'), drawn: drawn !== undefined };
}

/** The log group of the task, and the account policy that lets DataSync write to it. */
function buildLogs(context: IacContext): Parts {
  const { arn, drawn } = getLogGroup(context);
  const name = `/aws/datasync/${context.physicalName(200)}`;
  const retention = getLogRetentionDays(context.config);
  const policyName = context.physicalName(200);
  const document = json({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'DataSyncWritesTaskLogs',
        Effect: 'Allow',
        Principal: { Service: 'datasync.amazonaws.com' },
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: text(arn, ':*'),
        Condition: {
          StringEquals: { 'aws:SourceAccount': pseudo('account') },
          ArnLike: { 'aws:SourceArn': accountArn('datasync', 'task/*') },
        },
      },
    ],
  });
  return {
    cloudFormation: [
      ...(drawn
        ? []
        : [
            {
              key: 'logs',
              type: 'AWS::Logs::LogGroup' as const,
              properties: { LogGroupName: name, RetentionInDays: retention },
            },
          ]),
      {
        key: 'logs-policy',
        type: 'AWS::Logs::ResourcePolicy',
        properties: { PolicyName: policyName, PolicyDocument: document },
      },
    ],
    terraform: [
      ...(drawn
        ? []
        : [
            {
              key: 'logs',
              type: 'aws_cloudwatch_log_group' as const,
              arguments: { name, retention_in_days: retention },
            },
          ]),
      {
        key: 'logs-policy',
        type: 'aws_cloudwatch_log_resource_policy',
        arguments: { policy_name: policyName, policy_document: document },
      },
    ],
  };
}

function buildTask(context: IacContext): {
  cloudFormation: CloudFormationResource;
  terraform: TerraformResource;
} {
  const { config } = context;
  const name = context.physicalName(200);
  const schedule = config.text('schedule') || undefined;
  const mode = getTaskMode(context);
  const cap = config.number('bandwidthLimitMegabytes') * 1_000_000;
  const bytesPerSecond = cap > 0 ? cap : -1;
  const patterns = (list: readonly string[]): string | undefined =>
    list.length > 0 ? list.join('|') : undefined;
  const includes = patterns(config.list('includes'));
  const excludes = patterns(config.list('excludes'));
  const verify = getVerifyMode(context);
  return {
    cloudFormation: {
      key: 'task',
      type: 'AWS::DataSync::Task',
      properties: {
        Name: name,
        TaskMode: mode,
        SourceLocationArn: context.own('source', 'arn'),
        DestinationLocationArn: context.own('destination', 'arn'),
        CloudWatchLogGroupArn: getLogGroup(context).arn,
        Schedule: schedule ? { ScheduleExpression: schedule } : undefined,
        Includes: includes ? [{ FilterType: 'SIMPLE_PATTERN', Value: includes }] : undefined,
        Excludes: excludes ? [{ FilterType: 'SIMPLE_PATTERN', Value: excludes }] : undefined,
        Options: {
          VerifyMode: verify,
          OverwriteMode: config.text('overwriteMode'),
          PreserveDeletedFiles: config.text('preserveDeletedFiles'),
          TransferMode: config.text('transferMode'),
          BytesPerSecond: bytesPerSecond,
          LogLevel: 'BASIC',
          TaskQueueing: mode === 'BASIC' ? 'ENABLED' : undefined,
        },
      },
      dependsOn: ['logs-policy'],
    },
    terraform: {
      key: 'task',
      type: 'aws_datasync_task',
      arguments: {
        name,
        task_mode: mode,
        source_location_arn: context.own('source', 'arn'),
        destination_location_arn: context.own('destination', 'arn'),
        cloudwatch_log_group_arn: getLogGroup(context).arn,
        schedule: schedule ? block({ schedule_expression: schedule }) : undefined,
        includes: includes ? block({ filter_type: 'SIMPLE_PATTERN', value: includes }) : undefined,
        excludes: excludes ? block({ filter_type: 'SIMPLE_PATTERN', value: excludes }) : undefined,
        options: block({
          verify_mode: verify,
          overwrite_mode: config.text('overwriteMode'),
          preserve_deleted_files: config.text('preserveDeletedFiles'),
          transfer_mode: config.text('transferMode'),
          bytes_per_second: bytesPerSecond,
          log_level: 'BASIC',
          task_queueing: mode === 'BASIC' ? 'ENABLED' : undefined,
        }),
      },
      dependsOn: ['logs-policy'],
    },
  };
}

function build(context: IacContext): IacContribution {
  const source = context.incoming.find(isLocation);
  const destination = context.outgoing.find(isLocation);
  const locations = [
    ...(source ? [buildLocation(context, source, 'source')] : []),
    ...(destination ? [buildLocation(context, destination, 'destination')] : []),
  ];
  const inVpc = locations.some((location) => location.needsSecurityGroup);
  const group: Parts = inVpc
    ? buildSecurityGroup(context, `DataSync interfaces of ${context.physicalName(60)}`)
    : { cloudFormation: [], terraform: [] };
  const logs = buildLogs(context);
  // A task without both ends cannot be made; until they are drawn the export has the rest.
  const task = source && destination ? [buildTask(context)] : [];
  const variables = [
    ...locations.flatMap((location) => location.variables),
    ...(inVpc ? vpcVariables.filter((spec) => spec.name === 'vpcId') : []),
  ];
  return {
    cloudFormation: [
      ...group.cloudFormation,
      ...logs.cloudFormation,
      ...locations.map((location) => location.cloudFormation),
      ...task.map((part) => part.cloudFormation),
    ],
    terraform: [
      ...group.terraform,
      ...logs.terraform,
      ...locations.map((location) => location.terraform),
      ...task.map((part) => part.terraform),
    ],
    roles: [{ key: 'role', trusts: ['datasync.amazonaws.com'] }],
    variables: [...new Map(variables.map((spec) => [spec.name, spec])).values()],
  };
}

export const iac: IacMapping = {
  primary: 'task',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::DataSync::Task',
      'AWS::DataSync::LocationS3',
      'AWS::DataSync::LocationEFS',
      'AWS::DataSync::LocationFSxLustre',
      'AWS::DataSync::LocationFSxONTAP',
      'AWS::DataSync::LocationFSxOpenZFS',
      'AWS::DataSync::LocationFSxWindows',
      'AWS::DataSync::LocationHDFS',
      'AWS::DataSync::LocationNFS',
      'AWS::DataSync::LocationObjectStorage',
      'AWS::DataSync::LocationSMB',
      'AWS::Logs::LogGroup',
      'AWS::Logs::ResourcePolicy',
      'AWS::EC2::SecurityGroup',
    ],
    terraform: [
      'aws_datasync_task',
      'aws_datasync_location_s3',
      'aws_datasync_location_efs',
      'aws_datasync_location_fsx_lustre_file_system',
      'aws_datasync_location_fsx_ontap_file_system',
      'aws_datasync_location_fsx_openzfs_file_system',
      'aws_datasync_location_fsx_windows_file_system',
      'aws_datasync_location_hdfs',
      'aws_datasync_location_nfs',
      'aws_datasync_location_object_storage',
      'aws_datasync_location_smb',
      'aws_cloudwatch_log_group',
      'aws_cloudwatch_log_resource_policy',
      'aws_security_group',
    ],
  },
  build,
};
