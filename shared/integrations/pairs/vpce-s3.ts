import type { PairRule } from '../integration.ts';
import { definePairs } from '../define-pairs.ts';

/** Edges that start at an S3 gateway endpoint. */
export const vpceS3Pairs: readonly PairRule[] = definePairs('vpce-s3', [
  {
    id: 'E-0831',
    target: 's3',
    verdict: 'direct',
    semantics: 'network',
    mechanism: 'route-table prefix list to S3; no internet path',
    preconditions: 'same Region; endpoint policy + bucket policy aws:SourceVpce / aws:SourceVpc',
    cloudFormation: 'AWS::EC2::VPCEndpoint.RouteTableIds',
    terraform: 'aws_vpc_endpoint.route_table_ids',
    resourcePolicy: 'the endpoint policy allows S3-RW',
    encryption: 'aws:SourceIp of public address does not apply',
    severity: 'error',
    sources: ['VPCE-S3', 'N-061', 'N-062'],
  },
  {
    id: 'E-0832',
    target: 'kds',
    verdict: 'impossible',
    semantics: 'none',
    mechanism: 'gateway endpoints exist for S3 and DynamoDB only',
    preconditions: 'interface endpoint kinesis-streams',
    severity: 'error',
    sources: ['VPCE-S3'],
  },
  {
    id: 'E-0833',
    target: 'dynamodb',
    verdict: 'impossible',
    semantics: 'none',
    mechanism: 'needs its own gateway endpoint',
    preconditions: 'add the DynamoDB gateway endpoint',
    severity: 'error',
    sources: ['VPCE-S3'],
  },
]);
