import {
  block,
  type Expression,
  pseudo,
  type Ref,
  type Variable,
  variable,
  verbatim,
} from '../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  IacNeighbour,
  PolicyStatement,
  TerraformResource,
  VariableSpec,
} from '../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../iac/ir/security-group.ts';
import { getNodeVariableName, vpcVariables } from '../iac/ir/variables.ts';
import { accountArn } from './account-arn.ts';
import { getDatabaseAddress } from './database-address.ts';
import { networkInterfaceStatements, describesAll } from './network-interfaces.ts';

/** One Glue connection and the database it leads to. */
export interface GlueConnection {
  neighbour: IacNeighbour;
  name: Ref;
}

/** Everything a Glue job or crawler needs to reach databases in a network. */
export interface GlueConnections {
  connections: readonly GlueConnection[];
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
  variables: readonly VariableSpec[];
  statements: readonly PolicyStatement[];
}

const databases = new Set(['rds', 'aurora', 'redshift', 'onprem-db', 'mongodb']);

const placementVariables: readonly VariableSpec[] = [
  {
    name: 'glueSubnetId',
    type: 'string',
    description:
      'Private subnet in which Glue connections place their network interfaces; it needs a route to S3.',
    validation: {
      pattern: '^subnet-[0-9a-f]+$',
      message: 'A subnet id looks like subnet-0123456789abcdef0.',
    },
    network: 'subnet',
  },
  {
    name: 'glueAvailabilityZone',
    type: 'string',
    description: 'Availability Zone of that subnet, for example us-east-1a.',
    network: 'zone',
  },
];

/** Connections to every database at either end of the node's edges; all lists are empty without one. */
export function buildGlueConnections(context: IacContext): GlueConnections {
  const seen = new Set<string>();
  const neighbours = [...context.incoming, ...context.outgoing].filter((edge) => {
    if (!databases.has(edge.service) || seen.has(edge.node)) return false;
    seen.add(edge.node);
    return true;
  });
  if (neighbours.length === 0) {
    return { connections: [], cloudFormation: [], terraform: [], variables: [], statements: [] };
  }
  const group = buildSecurityGroup(context, `Glue connections of ${context.physicalName(60)}`, {
    selfReferencing: true,
  });
  const parts = neighbours.map((neighbour, index) => buildConnection(context, neighbour, index));
  return {
    connections: parts.map((part) => part.connection),
    cloudFormation: [...group.cloudFormation, ...parts.map((part) => part.cloudFormation)],
    terraform: [...group.terraform, ...parts.map((part) => part.terraform)],
    variables: [
      ...vpcVariables.filter((spec) => spec.name === 'vpcId'),
      ...placementVariables,
      ...parts.flatMap((part) => part.variables),
    ],
    statements: [
      {
        sid: 'ReadDatabaseSecrets',
        actions: ['secretsmanager:GetSecretValue'],
        resources: parts.map((part) => part.secret),
      },
      ...vpcStatements,
    ],
  };
}

/** What Glue does to place a connection in the VPC; it marks the network interfaces it makes. */
const vpcStatements: readonly PolicyStatement[] = [
  ...networkInterfaceStatements,
  {
    sid: 'ReadRoutes',
    actions: ['ec2:DescribeRouteTables', 'ec2:DescribeVpcEndpoints'],
    resources: ['*'],
    reason: describesAll,
  },
  {
    sid: 'ReadVpcSettings',
    actions: ['ec2:DescribeVpcAttribute'],
    resources: [accountArn('ec2', 'vpc/*')],
  },
  {
    sid: 'MarkNetworkInterfaces',
    actions: ['ec2:CreateTags', 'ec2:DeleteTags'],
    resources: ['instance', 'network-interface', 'security-group'].map((type) =>
      accountArn('ec2', `${type}/*`),
    ),
    conditions: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['aws-glue-service-resource'] } },
  },
];

function buildConnection(context: IacContext, neighbour: IacNeighbour, index: number) {
  const key = index === 0 ? 'connection' : `connection-${index + 1}`;
  const name = `${context.physicalName(200)}-${index + 1}`;
  const { jdbcUrl, isMongo } = getDatabaseAddress(neighbour);
  const managed = ['rds', 'aurora', 'redshift'].includes(neighbour.service);
  const secretVariable = getNodeVariableName(context, `CredentialsArn${index + 1}`);
  const secret: Ref | Variable = managed ? neighbour.ref('secret-arn') : variable(secretVariable);
  const properties: Record<string, Expression> = isMongo
    ? { CONNECTION_URL: jdbcUrl, SECRET_ID: secret }
    : { JDBC_CONNECTION_URL: jdbcUrl, JDBC_ENFORCE_SSL: 'true', SECRET_ID: secret };
  const variables: VariableSpec[] = managed
    ? []
    : [
        {
          name: secretVariable,
          type: 'string',
          description: `ARN of the Secrets Manager secret with username and password for a database that ${context.physicalName(60)} connects to.`,
        },
      ];
  const cloudFormation: CloudFormationResource = {
    key,
    type: 'AWS::Glue::Connection',
    properties: {
      CatalogId: pseudo('account'),
      ConnectionInput: {
        Name: name,
        ConnectionType: isMongo ? 'MONGODB' : 'JDBC',
        ConnectionProperties: verbatim(properties),
        PhysicalConnectionRequirements: {
          SubnetId: variable('glueSubnetId'),
          AvailabilityZone: variable('glueAvailabilityZone'),
          SecurityGroupIdList: [context.own(securityGroupKey, 'id')],
        },
      },
    },
  };
  const terraform: TerraformResource = {
    key,
    type: 'aws_glue_connection',
    arguments: {
      name,
      connection_type: isMongo ? 'MONGODB' : 'JDBC',
      connection_properties: verbatim(properties),
      physical_connection_requirements: block({
        subnet_id: variable('glueSubnetId'),
        availability_zone: variable('glueAvailabilityZone'),
        security_group_id_list: [context.own(securityGroupKey, 'id')],
      }),
    },
  };
  return {
    key,
    secret,
    variables,
    cloudFormation,
    terraform,
    connection: { neighbour, name: context.own(key, 'name') },
  };
}
