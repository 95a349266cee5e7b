import { block, json, variable, verbatim } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacContribution,
  IacMapping,
  IacNeighbour,
  ManualStep,
  TerraformResource,
} from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { vpcVariables } from '../../iac/ir/variables.ts';
import { buildEndpoint, type Endpoint } from './endpoint.ts';
import { getTableMappings, getTaskSettings } from './task.ts';

const sources = new Set(['rds', 'aurora', 'onprem-db', 'mongodb', 's3']);
const targets = new Set([
  'rds',
  'aurora',
  'redshift',
  's3',
  'dynamodb',
  'opensearch',
  'kds',
  'msk',
  'elasticache',
  'onprem-db',
]);

/** Role names that DMS looks for in the account, whoever made them. */
const accountRoles: ManualStep = {
  target: 'both',
  title: 'Make sure the account has the role dms-vpc-role',
  reason:
    'DMS looks for a role of exactly this name. It belongs to the account, so an export that made it would clash with the next one.',
  command:
    'aws iam create-role --role-name dms-vpc-role --assume-role-policy-document \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"dms.amazonaws.com"},"Action":"sts:AssumeRole"}]}\' && aws iam attach-role-policy --role-name dms-vpc-role --policy-arn arn:aws:iam::aws:policy/service-role/AmazonDMSVPCManagementRole',
};

const timestreamStep: ManualStep = {
  target: 'both',
  title: 'Create the Timestream endpoint of the migration',
  reason: 'Neither tool has the Timestream settings of a DMS endpoint.',
  command:
    'aws dms create-endpoint --endpoint-identifier <name> --endpoint-type target --engine-name timestream --timestream-settings DatabaseName=<database>,MemoryDuration=24,MagneticDuration=365',
};

interface Built {
  cloudFormation: CloudFormationResource;
  terraform: TerraformResource;
}

/** The task (or serverless replication) from the source to one target. */
function buildTask(context: IacContext, target: IacNeighbour, index: number): Built {
  const { config } = context;
  const suffix = index === 0 ? '' : `-${index + 1}`;
  const key = `task${suffix}`;
  const name = `${context.physicalName(240)}${suffix}`;
  const source = context.own('source', 'arn');
  const destination = context.own(`target${suffix}`, 'arn');
  const mappings = getTableMappings(context);
  const settings = getTaskSettings(context, target.service);
  const type = config.text('migrationType');
  if (config.text('deployment') === 'INSTANCE') {
    return {
      cloudFormation: {
        key,
        type: 'AWS::DMS::ReplicationTask',
        properties: {
          ReplicationTaskIdentifier: name,
          MigrationType: type,
          ReplicationInstanceArn: context.own('instance', 'arn'),
          SourceEndpointArn: source,
          TargetEndpointArn: destination,
          TableMappings: json(mappings),
          ReplicationTaskSettings: json(settings),
        },
      },
      terraform: {
        key,
        type: 'aws_dms_replication_task',
        arguments: {
          replication_task_id: name,
          migration_type: type,
          replication_instance_arn: context.own('instance', 'arn'),
          source_endpoint_arn: source,
          target_endpoint_arn: destination,
          table_mappings: json(mappings),
          replication_task_settings: json(settings),
        },
      },
    };
  }
  const minimum = Number(config.text('minCapacityUnits'));
  const maximum = Number(config.text('maxCapacityUnits'));
  return {
    cloudFormation: {
      key,
      type: 'AWS::DMS::ReplicationConfig',
      properties: {
        ReplicationConfigIdentifier: name,
        ReplicationType: type,
        SourceEndpointArn: source,
        TargetEndpointArn: destination,
        TableMappings: verbatim(mappings),
        ReplicationSettings: verbatim(settings),
        ComputeConfig: {
          MinCapacityUnits: minimum,
          MaxCapacityUnits: maximum,
          MultiAZ: config.flag('multiAZ'),
          ReplicationSubnetGroupId: context.own('subnets', 'id'),
          VpcSecurityGroupIds: [context.own(securityGroupKey, 'id')],
        },
      },
    },
    terraform: {
      key,
      type: 'aws_dms_replication_config',
      arguments: {
        replication_config_identifier: name,
        replication_type: type,
        source_endpoint_arn: source,
        target_endpoint_arn: destination,
        table_mappings: json(mappings),
        replication_settings: json(settings),
        compute_config: block({
          min_capacity_units: minimum,
          max_capacity_units: maximum,
          multi_az: config.flag('multiAZ'),
          replication_subnet_group_id: context.own('subnets', 'id'),
          vpc_security_group_ids: [context.own(securityGroupKey, 'id')],
        }),
      },
    },
  };
}

function buildInstance(context: IacContext): Built {
  const { config } = context;
  const name = context.physicalName(63);
  const key = context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
  return {
    cloudFormation: {
      key: 'instance',
      type: 'AWS::DMS::ReplicationInstance',
      properties: {
        ReplicationInstanceIdentifier: name,
        ReplicationInstanceClass: config.text('replicationInstanceClass'),
        AllocatedStorage: config.number('allocatedStorage'),
        MultiAZ: config.flag('multiAZ'),
        PubliclyAccessible: false,
        KmsKeyId: key,
        ReplicationSubnetGroupIdentifier: context.own('subnets', 'id'),
        VpcSecurityGroupIds: [context.own(securityGroupKey, 'id')],
      },
    },
    terraform: {
      key: 'instance',
      type: 'aws_dms_replication_instance',
      arguments: {
        replication_instance_id: name,
        replication_instance_class: config.text('replicationInstanceClass'),
        allocated_storage: config.number('allocatedStorage'),
        multi_az: config.flag('multiAZ'),
        publicly_accessible: false,
        kms_key_arn: key,
        replication_subnet_group_id: context.own('subnets', 'id'),
        vpc_security_group_ids: [context.own(securityGroupKey, 'id')],
      },
    },
  };
}

function buildSubnets(context: IacContext): Built {
  const name = context.physicalName(200);
  const description = `Subnets of the migration ${name}`;
  return {
    cloudFormation: {
      key: 'subnets',
      type: 'AWS::DMS::ReplicationSubnetGroup',
      properties: {
        ReplicationSubnetGroupIdentifier: name,
        ReplicationSubnetGroupDescription: description,
        SubnetIds: variable('privateSubnetIds'),
      },
    },
    terraform: {
      key: 'subnets',
      type: 'aws_dms_replication_subnet_group',
      arguments: {
        replication_subnet_group_id: name,
        replication_subnet_group_description: description,
        subnet_ids: variable('privateSubnetIds'),
      },
    },
  };
}

/** Starting copies data, so neither export does it by itself. */
function getStartStep(context: IacContext): ManualStep {
  const instance = context.config.text('deployment') === 'INSTANCE';
  return {
    target: 'both',
    title: `Start the migration ${context.physicalName(60)}`,
    reason: 'Deploying defines the task; starting it loads the source and writes the target.',
    command: instance
      ? 'aws dms start-replication-task --replication-task-arn <task ARN> --start-replication-task-type start-replication'
      : 'aws dms start-replication --replication-config-arn <configuration ARN> --start-replication-type start-replication',
  };
}

/** Failures of the task go to a connected topic. DMS has such events for tasks on instances only. */
function buildEvents(context: IacContext): readonly Built[] {
  const topic = context.outgoing.find((edge) => edge.service === 'sns');
  if (!topic || context.config.text('deployment') !== 'INSTANCE') return [];
  const name = context.physicalName(200);
  const categories = ['failure', 'state change'];
  return [
    {
      cloudFormation: {
        key: 'events',
        type: 'AWS::DMS::EventSubscription',
        properties: {
          SubscriptionName: name,
          SnsTopicArn: topic.ref('arn'),
          SourceType: 'replication-task',
          EventCategories: categories,
          Enabled: true,
        },
      },
      terraform: {
        key: 'events',
        type: 'aws_dms_event_subscription',
        arguments: {
          name,
          sns_topic_arn: topic.ref('arn'),
          source_type: 'replication-task',
          event_categories: categories,
          enabled: true,
        },
      },
    },
  ];
}

function build(context: IacContext): IacContribution {
  const source = context.incoming.find((edge) => sources.has(edge.service));
  const destinations = context.outgoing.filter((edge) => targets.has(edge.service));
  const group = buildSecurityGroup(context, `Replication of ${context.physicalName(60)}`);
  const endpoints: Endpoint[] = [
    ...(source ? [buildEndpoint(context, source, 'source', 0)] : []),
    ...destinations.map((target, index) => buildEndpoint(context, target, 'target', index)),
  ];
  const secrets = endpoints.flatMap((endpoint) => endpoint.secrets);
  const parts: Built[] = [
    buildSubnets(context),
    ...(context.config.text('deployment') === 'INSTANCE' ? [buildInstance(context)] : []),
    ...endpoints,
    // A task needs both ends; until they are drawn the export has endpoints only.
    ...(source ? destinations.map((target, index) => buildTask(context, target, index)) : []),
    ...buildEvents(context),
  ];
  return {
    cloudFormation: [...group.cloudFormation, ...parts.map((part) => part.cloudFormation)],
    terraform: [...group.terraform, ...parts.map((part) => part.terraform)],
    roles: [
      {
        key: 'role',
        trusts: ['dms.amazonaws.com', `dms.${context.settings.region}.amazonaws.com`],
        statements:
          secrets.length > 0
            ? [
                {
                  sid: 'ReadEndpointSecrets',
                  actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
                  resources: secrets,
                },
              ]
            : [],
      },
    ],
    variables: [...vpcVariables, ...endpoints.flatMap((endpoint) => endpoint.variables)],
    manualSteps: [
      accountRoles,
      getStartStep(context),
      ...(context.outgoing.some((edge) => edge.service === 'timestream') ? [timestreamStep] : []),
    ],
  };
}

export const iac: IacMapping = {
  primary: 'task',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::DMS::Endpoint',
      'AWS::DMS::EventSubscription',
      'AWS::DMS::ReplicationConfig',
      'AWS::DMS::ReplicationInstance',
      'AWS::DMS::ReplicationSubnetGroup',
      'AWS::DMS::ReplicationTask',
      'AWS::EC2::SecurityGroup',
    ],
    terraform: [
      'aws_dms_endpoint',
      'aws_dms_event_subscription',
      'aws_dms_s3_endpoint',
      'aws_dms_replication_config',
      'aws_dms_replication_instance',
      'aws_dms_replication_subnet_group',
      'aws_dms_replication_task',
      'aws_security_group',
    ],
  },
  build,
};
