import { block, type Expression, filePath, text, variable, verbatim } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  IacNeighbour,
  PolicyStatement,
  TerraformResource,
} from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { vpcVariables } from '../../iac/ir/variables.ts';
import { getLogRetentionDays } from '../log-retention.ts';
import { anyEc2Resource, describesAll } from '../network-interfaces.ts';
import { getTargetVariables } from './environment.ts';
import { buildEventSources } from './event-sources.ts';
import { isAsynchronous, isPolled } from './invocation.ts';
import { buildStarterFile } from './starter-code.ts';

/** Stores that can only be reached from inside the VPC. */
const vpcStores = new Set(['rds', 'aurora', 'elasticache', 'msk', 'efs']);

function needsVpc(edge: IacNeighbour): boolean {
  if (vpcStores.has(edge.service)) return true;
  return (
    edge.service === 'opensearch' &&
    edge.config.has('networkAccess') &&
    edge.config.text('deployment') === 'DOMAIN' &&
    edge.config.text('networkAccess') === 'VPC'
  );
}

function isInVpc(context: IacContext): boolean {
  const chosen = context.config.text('vpcAttachment');
  return (
    chosen === 'ALWAYS' || (chosen === 'AUTO' && (context.drawnInVpc || context.outgoing.some(needsVpc)))
  );
}

function getStatements(context: IacContext, keepsFailed: boolean): readonly PolicyStatement[] {
  const statements: PolicyStatement[] = [
    {
      sid: 'WriteLogs',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [text(context.own('logs', 'arn'), ':*')],
    },
  ];
  if (context.config.flag('tracing')) {
    statements.push({
      sid: 'WriteTraces',
      actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
      resources: ['*'],
      reason: 'X-Ray has no resource-level permissions for writing traces.',
    });
  }
  if (keepsFailed) {
    statements.push({
      sid: 'KeepFailed',
      actions: ['sqs:SendMessage'],
      resources: [context.own('dead-letters', 'arn')],
    });
  }
  if (isInVpc(context)) {
    statements.push(
      {
        sid: 'MakeNetworkInterfaces',
        actions: ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface'],
        resources: [anyEc2Resource],
      },
      {
        sid: 'ReadVpc',
        actions: ['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets'],
        resources: ['*'],
        reason: describesAll,
      },
    );
  }
  return statements;
}

interface Parts {
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
}

function buildFunction(context: IacContext, file: string): Parts {
  const { config } = context;
  const name = context.physicalName(64);
  const python = config.text('runtime').startsWith('python');
  const fileName = python ? 'index.py' : 'index.js';
  const written: Record<string, Expression> = { ...config.map('environment') };
  for (const target of getTargetVariables(context)) written[target.name] ??= target.value;
  const hasEnvironment = Object.keys(written).length > 0;
  const layers = config.list('layers');
  const reserved = config.number('reservedConcurrentExecutions');
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  const inVpc = isInVpc(context);
  const tracing = config.flag('tracing') ? 'Active' : 'PassThrough';
  const groups = [context.own(securityGroupKey, 'id')];
  const subnets = variable('privateSubnetIds');
  return {
    cloudFormation: [
      {
        key: 'function',
        type: 'AWS::Lambda::Function',
        properties: {
          FunctionName: name,
          Runtime: config.text('runtime'),
          Handler: 'index.handler',
          Code: { ZipFile: filePath(file) },
          Role: context.own('role', 'arn'),
          MemorySize: config.number('memorySize'),
          Timeout: config.number('timeout'),
          Architectures: [config.text('architecture')],
          EphemeralStorage: { Size: config.number('ephemeralStorage') },
          ReservedConcurrentExecutions: reserved > 0 ? reserved : undefined,
          Environment: hasEnvironment ? { Variables: verbatim(written) } : undefined,
          KmsKeyArn: key,
          Layers: layers.length > 0 ? layers : undefined,
          TracingConfig: { Mode: tracing },
          LoggingConfig: { LogFormat: 'JSON', LogGroup: context.own('logs', 'name') },
          VpcConfig: inVpc ? { SubnetIds: subnets, SecurityGroupIds: groups } : undefined,
        },
      },
    ],
    terraform: [
      {
        key: 'package',
        type: 'archive_file',
        kind: 'data',
        arguments: {
          type: 'zip',
          output_path: `build/${name}.zip`,
          source: block({ filename: fileName, content: filePath(file) }),
        },
      },
      {
        key: 'function',
        type: 'aws_lambda_function',
        arguments: {
          function_name: name,
          runtime: config.text('runtime'),
          handler: 'index.handler',
          filename: context.own('package', 'output_path'),
          source_code_hash: context.own('package', 'output_base64sha256'),
          role: context.own('role', 'arn'),
          memory_size: config.number('memorySize'),
          timeout: config.number('timeout'),
          architectures: [config.text('architecture')],
          ephemeral_storage: block({ size: config.number('ephemeralStorage') }),
          reserved_concurrent_executions: reserved > 0 ? reserved : undefined,
          environment: hasEnvironment ? block({ variables: verbatim(written) }) : undefined,
          kms_key_arn: key,
          layers: layers.length > 0 ? layers : undefined,
          tracing_config: block({ mode: tracing }),
          logging_config: block({ log_format: 'JSON', log_group: context.own('logs', 'name') }),
          vpc_config: inVpc ? block({ subnet_ids: subnets, security_group_ids: groups }) : undefined,
        },
      },
    ],
  };
}

/** Retries and failure destination of events that arrive asynchronously. */
function buildInvokeConfig(context: IacContext): Parts {
  const { config } = context;
  if (!context.incoming.some((edge) => isAsynchronous(edge.service))) {
    return { cloudFormation: [], terraform: [] };
  }
  const failed = config.flag('deadLetterQueue') ? context.own('dead-letters', 'arn') : undefined;
  return {
    cloudFormation: [
      {
        key: 'invoke-config',
        type: 'AWS::Lambda::EventInvokeConfig',
        properties: {
          FunctionName: context.own('function', 'name'),
          Qualifier: '$LATEST',
          MaximumRetryAttempts: config.number('maximumRetryAttempts'),
          MaximumEventAgeInSeconds: config.number('maximumEventAgeInSeconds'),
          DestinationConfig: failed && { OnFailure: { Destination: failed } },
        },
      },
    ],
    terraform: [
      {
        key: 'invoke-config',
        type: 'aws_lambda_function_event_invoke_config',
        arguments: {
          function_name: context.own('function', 'name'),
          maximum_retry_attempts: config.number('maximumRetryAttempts'),
          maximum_event_age_in_seconds: config.number('maximumEventAgeInSeconds'),
          destination_config: failed && block({ on_failure: block({ destination: failed }) }),
        },
      },
    ],
  };
}

/** Fourteen days to look at what failed. */
const deadLetterSeconds = 1_209_600;

function build(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(64);
  const file = buildStarterFile(context);
  const fails = context.incoming.some(
    (edge) => isAsynchronous(edge.service) || (isPolled(edge.service) && edge.service !== 'sqs'),
  );
  const keepsFailed = fails && config.flag('deadLetterQueue');
  const inVpc = isInVpc(context);
  const group = inVpc
    ? buildSecurityGroup(context, `Function ${name}`)
    : { cloudFormation: [], terraform: [] };
  const main = buildFunction(context, file.path);
  const sources = buildEventSources(context);
  const invoke = buildInvokeConfig(context);
  const logGroup = `/aws/lambda/${name}`;
  const days = getLogRetentionDays(config);
  const queue = `${context.physicalName(60)}-dead-letters`;
  return {
    cloudFormation: [
      {
        key: 'logs',
        type: 'AWS::Logs::LogGroup',
        properties: { LogGroupName: logGroup, RetentionInDays: days },
      },
      ...group.cloudFormation,
      ...(keepsFailed
        ? [
            {
              key: 'dead-letters',
              type: 'AWS::SQS::Queue',
              properties: {
                QueueName: queue,
                MessageRetentionPeriod: deadLetterSeconds,
                SqsManagedSseEnabled: true,
              },
            } as const,
          ]
        : []),
      ...main.cloudFormation,
      ...invoke.cloudFormation,
      ...sources.cloudFormation,
    ],
    terraform: [
      {
        key: 'logs',
        type: 'aws_cloudwatch_log_group',
        arguments: { name: logGroup, retention_in_days: days },
      },
      ...group.terraform,
      ...(keepsFailed
        ? [
            {
              key: 'dead-letters',
              type: 'aws_sqs_queue',
              arguments: {
                name: queue,
                message_retention_seconds: deadLetterSeconds,
                sqs_managed_sse_enabled: true,
              },
            } as const,
          ]
        : []),
      ...main.terraform,
      ...invoke.terraform,
      ...sources.terraform,
    ],
    roles: [
      { key: 'role', trusts: ['lambda.amazonaws.com'], statements: getStatements(context, keepsFailed) },
    ],
    variables: inVpc ? vpcVariables : [],
    files: [file],
  };
}

export const iac: IacMapping = {
  primary: 'function',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::Lambda::Function',
      'AWS::Lambda::EventSourceMapping',
      'AWS::Lambda::EventInvokeConfig',
      'AWS::Kinesis::StreamConsumer',
      'AWS::Logs::LogGroup',
      'AWS::SQS::Queue',
      'AWS::EC2::SecurityGroup',
    ],
    terraform: [
      'aws_lambda_function',
      'aws_lambda_event_source_mapping',
      'aws_lambda_function_event_invoke_config',
      'archive_file',
      'aws_kinesis_stream_consumer',
      'aws_cloudwatch_log_group',
      'aws_sqs_queue',
      'aws_security_group',
    ],
  },
  build,
};
