import { type Expression, json, pseudo, text, variable, verbatim } from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, VariableSpec } from '../../iac/ir/mapping.ts';
import { vpcVariables } from '../../iac/ir/variables.ts';

const routeTables: VariableSpec = {
  name: 'privateRouteTableIds',
  type: 'list(string)',
  description: 'Ids of the route tables of the private subnets; the endpoint adds its route to them.',
  network: 'vpc',
};

/** Lets through what the connected buckets are asked for; undefined lets everything through. */
function getPolicy(context: IacContext): Expression | undefined {
  const buckets = context.outgoing.filter((edge) => edge.service === 's3');
  if (!context.config.flag('restrictToBuckets') || buckets.length === 0) return undefined;
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'ConnectedBuckets',
        Effect: 'Allow',
        Principal: '*',
        Action: [
          's3:AbortMultipartUpload',
          's3:DeleteObject',
          's3:GetBucketLocation',
          's3:GetObject',
          's3:ListBucket',
          's3:PutObject',
        ],
        Resource: buckets.flatMap((edge) => [edge.ref('arn'), text(edge.ref('arn'), '/*')]),
      },
    ],
  };
}

function build(context: IacContext): IacContribution {
  const service = text('com.amazonaws.', pseudo('region'), '.s3');
  const policy = getPolicy(context);
  const [vpc] = vpcVariables;
  return {
    cloudFormation: [
      {
        key: 'endpoint',
        type: 'AWS::EC2::VPCEndpoint',
        properties: {
          VpcEndpointType: 'Gateway',
          VpcId: variable('vpcId'),
          ServiceName: service,
          RouteTableIds: variable(routeTables.name),
          PolicyDocument: policy && verbatim(policy),
        },
      },
    ],
    terraform: [
      {
        key: 'endpoint',
        type: 'aws_vpc_endpoint',
        arguments: {
          vpc_endpoint_type: 'Gateway',
          vpc_id: variable('vpcId'),
          service_name: service,
          route_table_ids: variable(routeTables.name),
          policy: policy && json(policy),
        },
      },
    ],
    variables: vpc ? [vpc, routeTables] : [routeTables],
  };
}

export const iac: IacMapping = {
  primary: 'endpoint',
  role: '',
  types: { cloudFormation: ['AWS::EC2::VPCEndpoint'], terraform: ['aws_vpc_endpoint'] },
  build,
};
