import { block, json, variable } from '../../iac/ir/expression.ts';
import type { Expression } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';
import { buildSecurityGroup, securityGroupKey } from '../../iac/ir/security-group.ts';
import { vpcCidrVariable, vpcVariables } from '../../iac/ir/variables.ts';

/** Services whose role reads or writes documents here. */
const clients = new Set([
  'firehose',
  'lambda',
  'msf',
  'bedrock-kb',
  'ecs-fargate',
  'glue-etl',
  'dms',
  'iot-core',
]);

function getClientRoles(context: IacContext): Expression[] {
  const neighbours = [...context.incoming, ...context.outgoing].filter((edge) => clients.has(edge.service));
  const nodes = new Map(neighbours.map((edge) => [edge.node, edge]));
  return [...nodes.values()].map((edge) => edge.refTo('role', 'arn'));
}

function getKey(context: IacContext): Expression | undefined {
  if (context.config.text('encryption') !== 'CUSTOMER_MANAGED') return undefined;
  return context.incoming.find((edge) => edge.service === 'kms')?.ref('arn');
}

function buildDomain(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(28);
  const count = config.number('instanceCount');
  const twoZones = count % 2 === 0;
  const inVpc = config.text('networkAccess') === 'VPC';
  const group = inVpc
    ? buildSecurityGroup(context, `HTTPS to the search domain ${name}`, { portsFromVpc: [443] })
    : { cloudFormation: [], terraform: [] };
  const masters = config.flag('dedicatedMasterEnabled');
  const key = getKey(context);
  return {
    cloudFormation: [
      ...group.cloudFormation,
      {
        key: 'store',
        type: 'AWS::OpenSearchService::Domain',
        properties: {
          DomainName: name,
          EngineVersion: config.text('engineVersion'),
          ClusterConfig: {
            InstanceType: config.text('instanceType'),
            InstanceCount: count,
            ZoneAwarenessEnabled: twoZones,
            ZoneAwarenessConfig: twoZones ? { AvailabilityZoneCount: 2 } : undefined,
            DedicatedMasterEnabled: masters,
            DedicatedMasterCount: masters ? 3 : undefined,
            DedicatedMasterType: masters ? 'm7g.large.search' : undefined,
          },
          EBSOptions: { EBSEnabled: true, VolumeType: 'gp3', VolumeSize: config.number('volumeSize') },
          EncryptionAtRestOptions: { Enabled: true, KmsKeyId: key },
          NodeToNodeEncryptionOptions: { Enabled: true },
          DomainEndpointOptions: { EnforceHTTPS: true, TLSSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' },
          VPCOptions: inVpc
            ? {
                SubnetIds: variable('privateSubnetIds'),
                SecurityGroupIds: [context.own(securityGroupKey, 'id')],
              }
            : undefined,
        },
        retain: true,
      },
    ],
    terraform: [
      ...group.terraform,
      {
        key: 'store',
        type: 'aws_opensearch_domain',
        arguments: {
          domain_name: name,
          engine_version: config.text('engineVersion'),
          cluster_config: block({
            instance_type: config.text('instanceType'),
            instance_count: count,
            zone_awareness_enabled: twoZones,
            zone_awareness_config: twoZones ? block({ availability_zone_count: 2 }) : undefined,
            dedicated_master_enabled: masters,
            dedicated_master_count: masters ? 3 : undefined,
            dedicated_master_type: masters ? 'm7g.large.search' : undefined,
          }),
          ebs_options: block({
            ebs_enabled: true,
            volume_type: 'gp3',
            volume_size: config.number('volumeSize'),
          }),
          encrypt_at_rest: block({ enabled: true, kms_key_id: key }),
          node_to_node_encryption: block({ enabled: true }),
          domain_endpoint_options: block({
            enforce_https: true,
            tls_security_policy: 'Policy-Min-TLS-1-2-PFS-2023-10',
          }),
          vpc_options: inVpc
            ? block({
                subnet_ids: variable('privateSubnetIds'),
                security_group_ids: [context.own(securityGroupKey, 'id')],
              })
            : undefined,
        },
      },
    ],
    variables: inVpc ? [...vpcVariables, vpcCidrVariable] : [],
  };
}

function buildCollection(context: IacContext): IacContribution {
  const { config } = context;
  const name = context.physicalName(28);
  const key = getKey(context);
  const roles = getClientRoles(context);
  const encryption = {
    Rules: [{ ResourceType: 'collection', Resource: [`collection/${name}`] }],
    ...(key === undefined ? { AWSOwnedKey: true } : { KmsARN: key }),
  };
  const network = [
    { Rules: [{ ResourceType: 'collection', Resource: [`collection/${name}`] }], AllowFromPublic: true },
  ];
  const access = [
    {
      Rules: [
        {
          ResourceType: 'index',
          Resource: [`index/${name}/*`],
          Permission: [
            'aoss:CreateIndex',
            'aoss:DescribeIndex',
            'aoss:ReadDocument',
            'aoss:WriteDocument',
            'aoss:UpdateIndex',
          ],
        },
        {
          ResourceType: 'collection',
          Resource: [`collection/${name}`],
          Permission: ['aoss:DescribeCollectionItems'],
        },
      ],
      Principal: roles,
    },
  ];
  const standby = config.flag('standbyReplicas') ? 'ENABLED' : 'DISABLED';
  const hasClients = roles.length > 0;
  const policies = ['encryption-policy', 'network-policy', ...(hasClients ? ['access-policy'] : [])];
  return {
    cloudFormation: [
      {
        key: 'encryption-policy',
        type: 'AWS::OpenSearchServerless::SecurityPolicy',
        properties: { Name: name, Type: 'encryption', Policy: json(encryption) },
      },
      {
        key: 'network-policy',
        type: 'AWS::OpenSearchServerless::SecurityPolicy',
        properties: { Name: name, Type: 'network', Policy: json(network) },
      },
      ...(hasClients
        ? [
            {
              key: 'access-policy',
              type: 'AWS::OpenSearchServerless::AccessPolicy' as const,
              properties: { Name: name, Type: 'data', Policy: json(access) },
            },
          ]
        : []),
      {
        key: 'store',
        type: 'AWS::OpenSearchServerless::Collection',
        properties: { Name: name, Type: config.text('collectionType'), StandbyReplicas: standby },
        dependsOn: policies,
        retain: true,
      },
    ],
    terraform: [
      {
        key: 'encryption-policy',
        type: 'aws_opensearchserverless_security_policy',
        arguments: { name, type: 'encryption', policy: json(encryption) },
      },
      {
        key: 'network-policy',
        type: 'aws_opensearchserverless_security_policy',
        arguments: { name, type: 'network', policy: json(network) },
      },
      ...(hasClients
        ? [
            {
              key: 'access-policy',
              type: 'aws_opensearchserverless_access_policy' as const,
              arguments: { name, type: 'data', policy: json(access) },
            },
          ]
        : []),
      {
        key: 'store',
        type: 'aws_opensearchserverless_collection',
        arguments: { name, type: config.text('collectionType'), standby_replicas: standby },
        dependsOn: policies,
      },
    ],
  };
}

export const iac: IacMapping = {
  primary: 'store',
  role: '',
  types: {
    cloudFormation: [
      'AWS::OpenSearchService::Domain',
      'AWS::OpenSearchServerless::Collection',
      'AWS::OpenSearchServerless::SecurityPolicy',
      'AWS::OpenSearchServerless::AccessPolicy',
      'AWS::EC2::SecurityGroup',
    ],
    terraform: [
      'aws_opensearch_domain',
      'aws_opensearchserverless_collection',
      'aws_opensearchserverless_security_policy',
      'aws_opensearchserverless_access_policy',
      'aws_security_group',
    ],
  },
  build: (context) =>
    context.config.text('deployment') === 'DOMAIN' ? buildDomain(context) : buildCollection(context),
};
