import type { IacContext, IacEdgeEnd, IacNeighbour } from '../../iac/ir/mapping.ts';

export type Destination =
  | { kind: 's3'; bucket: IacNeighbour | undefined }
  | { kind: 'redshift'; bucket: IacNeighbour; warehouse: IacEdgeEnd }
  | { kind: 'opensearch'; domain: IacNeighbour; bucket: IacNeighbour | undefined }
  | { kind: 'splunk' | 'http'; endpoint: IacNeighbour; bucket: IacNeighbour | undefined };

const httpServices = new Set(['datadog', 'mongodb', 'third-party-http']);

/**
 * The one destination of the stream. S3 beside another destination is its backup bucket; S3 in
 * front of a warehouse is its staging bucket.
 */
export function getDestination(context: IacContext): Destination {
  const find = (service: string) => context.outgoing.find((edge) => edge.service === service);
  const bucket = find('s3');
  const domain = find('opensearch');
  if (domain) return { kind: 'opensearch', domain, bucket };
  const splunk = find('splunk');
  if (splunk) return { kind: 'splunk', endpoint: splunk, bucket };
  const http = context.outgoing.find((edge) => httpServices.has(edge.service));
  if (http) return { kind: 'http', endpoint: http, bucket };
  const warehouse = bucket?.outgoing.find((edge) => edge.service === 'redshift');
  if (bucket && warehouse && context.config.flag('redshiftLoad')) {
    return { kind: 'redshift', bucket, warehouse };
  }
  return { kind: 's3', bucket };
}
