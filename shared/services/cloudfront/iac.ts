import {
  type Body,
  block,
  blocks,
  type Expression,
  pseudo,
  text,
  variable,
} from '../../iac/ir/expression.ts';
import type { IacContext, IacContribution, IacMapping, IacNeighbour } from '../../iac/ir/mapping.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';

/** Managed policies of CloudFront, the same in every account. */
const policies = {
  cachingOptimized: '658327ea-f89d-4fab-a63d-7e88639e58f6',
  cachingDisabled: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
  allViewerExceptHost: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
} as const;

interface Origin {
  id: string;
  bucket: boolean;
  domain: Expression;
  path: string | undefined;
}

const originServices = new Set(['s3', 'api-gateway', 'third-party-http']);

function buildOrigin(context: IacContext, edge: IacNeighbour): Origin {
  const id = edge.node;
  if (edge.service === 's3') return { id, bucket: true, domain: edge.ref('endpoint'), path: undefined };
  if (edge.service === 'api-gateway') {
    const rest = edge.config.has('apiType') && edge.config.text('apiType') === 'REST';
    const domain = text(edge.ref('id'), '.execute-api.', pseudo('region'), '.amazonaws.com');
    return { id, bucket: false, domain, path: rest ? '/live' : undefined };
  }
  return { ...buildOpenOrigin(context), id };
}

/** An origin that is not drawn, or outside AWS: as written, else asked for at deployment. */
function buildOpenOrigin(context: IacContext): Origin {
  const written = context.config.text('originDomain');
  const domain = written === '' ? variable(getNodeVariableName(context, 'OriginDomain')) : written;
  return { id: 'origin', bucket: false, domain, path: undefined };
}

/** What viewers may do at an origin: buckets are read and cached, everything else is passed on. */
function getBehavior(context: IacContext, origin: Origin): { cloudFormation: Body; terraform: Body } {
  const viewer = context.config.text('viewerProtocolPolicy');
  const reads = ['GET', 'HEAD'];
  const all = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE'];
  const allowed = origin.bucket ? reads : all;
  const cache = origin.bucket ? policies.cachingOptimized : policies.cachingDisabled;
  const request = origin.bucket ? undefined : policies.allViewerExceptHost;
  return {
    cloudFormation: {
      TargetOriginId: origin.id,
      ViewerProtocolPolicy: viewer,
      AllowedMethods: allowed,
      CachedMethods: reads,
      CachePolicyId: cache,
      OriginRequestPolicyId: request,
      Compress: true,
    },
    terraform: {
      target_origin_id: origin.id,
      viewer_protocol_policy: viewer,
      allowed_methods: allowed,
      cached_methods: reads,
      cache_policy_id: cache,
      origin_request_policy_id: request,
      compress: true,
    },
  };
}

function build(context: IacContext): IacContribution {
  const { config } = context;
  const drawn = context.outgoing
    .filter((edge) => originServices.has(edge.service))
    .map((edge) => buildOrigin(context, edge));
  const [first = buildOpenOrigin(context), ...others] = drawn;
  const origins = [first, ...others];
  const name = context.physicalName(64);
  const control = context.own('access-control', 'Id|id');
  const hasBucket = origins.some((origin) => origin.bucket);
  const root = first.bucket ? config.text('defaultRootObject') : '';
  const asks = drawn.length === 0 || context.outgoing.some((edge) => edge.service === 'third-party-http');
  const fallback = getBehavior(context, first);
  const paths = others.map((origin) => ({
    path: `/${origin.id}/*`,
    behavior: getBehavior(context, origin),
  }));
  return {
    cloudFormation: [
      ...(hasBucket
        ? [
            {
              key: 'access-control',
              type: 'AWS::CloudFront::OriginAccessControl',
              properties: {
                OriginAccessControlConfig: {
                  Name: name,
                  OriginAccessControlOriginType: 's3',
                  SigningBehavior: 'always',
                  SigningProtocol: 'sigv4',
                },
              },
            } as const,
          ]
        : []),
      {
        key: 'distribution',
        type: 'AWS::CloudFront::Distribution',
        properties: {
          DistributionConfig: {
            Enabled: true,
            IPV6Enabled: true,
            Comment: name,
            DefaultRootObject: root === '' ? undefined : root,
            HttpVersion: config.text('httpVersion'),
            PriceClass: config.text('priceClass'),
            Origins: origins.map((origin) => ({
              Id: origin.id,
              DomainName: origin.domain,
              OriginPath: origin.path,
              OriginAccessControlId: origin.bucket ? control : undefined,
              S3OriginConfig: origin.bucket ? { OriginAccessIdentity: '' } : undefined,
              CustomOriginConfig: origin.bucket
                ? undefined
                : { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
            })),
            DefaultCacheBehavior: fallback.cloudFormation,
            CacheBehaviors:
              paths.length > 0
                ? paths.map(({ path, behavior }) => ({ PathPattern: path, ...behavior.cloudFormation }))
                : undefined,
            ViewerCertificate: { CloudFrontDefaultCertificate: true },
          },
        },
      },
    ],
    terraform: [
      ...(hasBucket
        ? [
            {
              key: 'access-control',
              type: 'aws_cloudfront_origin_access_control',
              arguments: {
                name,
                origin_access_control_origin_type: 's3',
                signing_behavior: 'always',
                signing_protocol: 'sigv4',
              },
            } as const,
          ]
        : []),
      {
        key: 'distribution',
        type: 'aws_cloudfront_distribution',
        arguments: {
          enabled: true,
          is_ipv6_enabled: true,
          comment: name,
          default_root_object: root === '' ? undefined : root,
          http_version: config.text('httpVersion'),
          price_class: config.text('priceClass'),
          origin: blocks(
            origins.map((origin) => ({
              origin_id: origin.id,
              domain_name: origin.domain,
              origin_path: origin.path,
              origin_access_control_id: origin.bucket ? control : undefined,
              custom_origin_config: origin.bucket
                ? undefined
                : block({
                    http_port: 80,
                    https_port: 443,
                    origin_protocol_policy: 'https-only',
                    origin_ssl_protocols: ['TLSv1.2'],
                  }),
            })),
          ),
          default_cache_behavior: block(fallback.terraform),
          ordered_cache_behavior:
            paths.length > 0
              ? blocks(paths.map(({ path, behavior }) => ({ path_pattern: path, ...behavior.terraform })))
              : undefined,
          restrictions: block({ geo_restriction: block({ restriction_type: 'none' }) }),
          viewer_certificate: block({ cloudfront_default_certificate: true }),
        },
      },
    ],
    variables:
      asks && config.text('originDomain') === ''
        ? [
            {
              name: getNodeVariableName(context, 'OriginDomain'),
              type: 'string',
              description: `Host name from which ${context.name} fetches what is not cached.`,
            },
          ]
        : [],
  };
}

export const iac: IacMapping = {
  primary: 'distribution',
  role: '',
  types: {
    cloudFormation: ['AWS::CloudFront::Distribution', 'AWS::CloudFront::OriginAccessControl'],
    terraform: ['aws_cloudfront_distribution', 'aws_cloudfront_origin_access_control'],
  },
  build,
};
