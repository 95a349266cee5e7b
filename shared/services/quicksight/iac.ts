import { block, type Body, type Expression, pseudo, variable } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, IacNeighbour } from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { vpcVariables } from '../../iac/ir/variables.ts';
import { getDatabaseAddress } from '../database-address.ts';

/** A data source in the words of both tools. */
interface Source {
  type: string;
  cloudFormation: Body;
  terraform: Body;
  /** Reached through the network of the VPC. */
  isPrivate: boolean;
  /** Secret with user and password. */
  secret?: Expression;
}

/** How QuickSight reads a neighbour; undefined for what it has no source type for in both tools. */
function getSource(context: IacContext, edge: IacNeighbour): Source | undefined {
  const role = context.own('role', 'arn');
  switch (edge.service) {
    case 'athena':
      return {
        type: 'ATHENA',
        cloudFormation: { AthenaParameters: { WorkGroup: edge.ref('name'), RoleArn: role } },
        terraform: { athena: block({ work_group: edge.ref('name'), role_arn: role }) },
        isPrivate: false,
      };
    case 's3': {
      const key = context.config.text('manifestKey');
      return {
        type: 'S3',
        cloudFormation: {
          S3Parameters: { ManifestFileLocation: { Bucket: edge.ref('name'), Key: key }, RoleArn: role },
        },
        terraform: {
          s3: block({ manifest_file_location: block({ bucket: edge.ref('name'), key }), role_arn: role }),
        },
        isPrivate: false,
      };
    }
    case 'opensearch': {
      if (edge.config.has('deployment') && edge.config.text('deployment') !== 'DOMAIN') return undefined;
      return {
        type: 'AMAZON_ELASTICSEARCH',
        cloudFormation: { AmazonElasticsearchParameters: { Domain: edge.ref('name') } },
        terraform: { amazon_elasticsearch: block({ domain: edge.ref('name') }) },
        isPrivate: true,
      };
    }
    case 'redshift':
    case 'rds':
    case 'aurora':
      return getDatabaseSource(edge);
    default:
      return undefined;
  }
}

/** Type, CloudFormation and Terraform name of the parameters by engine family. */
const databases: Readonly<Record<string, readonly [type: string, parameters: string, block: string]>> = {
  redshift: ['REDSHIFT', 'RedshiftParameters', 'redshift'],
  postgres: ['POSTGRESQL', 'PostgreSqlParameters', 'postgresql'],
  mysql: ['MYSQL', 'MySqlParameters', 'mysql'],
  oracle: ['ORACLE', 'OracleParameters', 'oracle'],
  sqlserver: ['SQLSERVER', 'SqlServerParameters', 'sql_server'],
};

const auroraSources: typeof databases = {
  postgres: ['AURORA_POSTGRESQL', 'AuroraPostgreSqlParameters', 'aurora_postgresql'],
  mysql: ['AURORA', 'AuroraParameters', 'aurora'],
};

function getDatabaseSource(edge: IacNeighbour): Source | undefined {
  const { family, host, port, database } = getDatabaseAddress(edge);
  const found = (edge.service === 'aurora' ? auroraSources : databases)[family];
  if (!found) return undefined;
  const [type, parameters, name] = found;
  const serverless = edge.config.has('deployment') && edge.config.text('deployment') === 'SERVERLESS';
  return {
    type,
    cloudFormation: { [parameters]: { Database: database, Host: host, Port: port } },
    terraform: { [name]: block({ database, host, port }) },
    isPrivate: true,
    // Redshift Serverless does not give its secret away; it is then chosen in QuickSight.
    ...(serverless && edge.service === 'redshift' ? {} : { secret: edge.ref('secret-arn') }),
  };
}

/** The network interfaces through which QuickSight reaches databases. */
function buildNetwork(context: IacContext): IacContribution {
  const name = context.physicalName(100);
  const group = buildSecurityGroup(context, `QuickSight connection of ${context.physicalName(150)}`);
  const subnets = variable('privateSubnetIds');
  const groups = [context.own(securityGroupKey, 'id')];
  const role = context.own('network-role', 'arn');
  return {
    cloudFormation: [
      ...group.cloudFormation,
      {
        key: 'network',
        type: 'AWS::QuickSight::VPCConnection',
        properties: {
          AwsAccountId: pseudo('account'),
          VPCConnectionId: name,
          Name: name,
          RoleArn: role,
          SubnetIds: subnets,
          SecurityGroupIds: groups,
        },
      },
    ],
    terraform: [
      ...group.terraform,
      {
        key: 'network',
        type: 'aws_quicksight_vpc_connection',
        arguments: {
          vpc_connection_id: name,
          name,
          role_arn: role,
          subnet_ids: subnets,
          security_group_ids: groups,
        },
      },
    ],
    roles: [
      {
        key: 'network-role',
        trusts: ['quicksight.amazonaws.com'],
        statements: [
          {
            sid: 'PlaceInterfaces',
            actions: [
              'ec2:CreateNetworkInterface',
              'ec2:ModifyNetworkInterfaceAttribute',
              'ec2:DeleteNetworkInterface',
              'ec2:DescribeSubnets',
              'ec2:DescribeSecurityGroups',
            ],
            resources: ['*'],
            reason: 'QuickSight checks for these actions on all resources when the connection is made.',
          },
        ],
      },
    ],
    variables: vpcVariables,
  };
}

function build(context: IacContext): IacContribution {
  const sources = context.incoming.flatMap((edge) => getSource(context, edge) ?? []);
  const network = sources.some((source) => source.isPrivate) ? buildNetwork(context) : undefined;
  const usesRole = sources.some((source) => !source.isPrivate);
  const connection = context.own('network', 'arn');
  const getName = (index: number): string => `${context.physicalName(60)}-${index + 1}`;
  return {
    cloudFormation: [
      ...(network?.cloudFormation ?? []),
      ...sources.map((source, index) => ({
        key: `source-${index + 1}`,
        type: 'AWS::QuickSight::DataSource' as const,
        properties: {
          AwsAccountId: pseudo('account'),
          DataSourceId: getName(index),
          Name: getName(index),
          Type: source.type,
          DataSourceParameters: source.cloudFormation,
          Credentials: source.secret === undefined ? undefined : { SecretArn: source.secret },
          VpcConnectionProperties: source.isPrivate ? { VpcConnectionArn: connection } : undefined,
          SslProperties: source.isPrivate ? { DisableSsl: false } : undefined,
        },
      })),
    ],
    terraform: [
      ...(network?.terraform ?? []),
      ...sources.map((source, index) => ({
        key: `source-${index + 1}`,
        type: 'aws_quicksight_data_source' as const,
        arguments: {
          data_source_id: getName(index),
          name: getName(index),
          type: source.type,
          parameters: block(source.terraform),
          credentials: source.secret === undefined ? undefined : block({ secret_arn: source.secret }),
          vpc_connection_properties: source.isPrivate ? block({ vpc_connection_arn: connection }) : undefined,
          ssl_properties: source.isPrivate ? block({ disable_ssl: false }) : undefined,
        },
      })),
    ],
    roles: [
      ...(usesRole ? [{ key: 'role', trusts: ['quicksight.amazonaws.com'] }] : []),
      ...(network?.roles ?? []),
    ],
    variables: network?.variables ?? [],
    manualSteps: [
      {
        target: 'both',
        title: `Build the dashboards of ${context.name}`,
        reason: 'Datasets and dashboards follow the columns of the data and are made in QuickSight.',
        command: `aws quicksight list-data-sources --aws-account-id <account> --region ${context.settings.region}`,
      },
    ],
  };
}

export const iac: IacMapping = {
  primary: 'source-1',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::QuickSight::DataSource',
      'AWS::QuickSight::VPCConnection',
      'AWS::EC2::SecurityGroup',
    ],
    terraform: ['aws_quicksight_data_source', 'aws_quicksight_vpc_connection', 'aws_security_group'],
  },
  build,
};
