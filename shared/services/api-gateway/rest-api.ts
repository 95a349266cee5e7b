import { block, verbatim } from '../../iac/ir/expression.ts';
import type { CloudFormationResource, IacContext, TerraformResource } from '../../iac/ir/mapping.ts';
import { findAccessLogs } from './access-logs.ts';
import { buildRestIntegration, type RouteIntegration } from './integrations.ts';

interface Parts {
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
}

const stageName = 'live';
/** Of the execution logs; more writes the requests themselves to them. */
const loggingLevel = 'ERROR';

/** A REST API with one POST route per target. */
export function buildRestApi(context: IacContext): Parts {
  const { config } = context;
  const name = context.physicalName(128);
  const api = context.own('api', 'id');
  const authorization = config.text('authorization');
  const timeout = config.number('timeoutMs');
  const routes = context.outgoing.flatMap((edge) => {
    const integration = buildRestIntegration(context, edge);
    return integration ? [{ node: edge.node, integration }] : [];
  });
  const key = (part: string, node: string) => `${part}-${node}`;
  const resourceId = (node: string) => context.own(key('path', node), 'Ref|id');
  const methods = routes.map(({ node }) => key('method', node));
  const logs = findAccessLogs(context);
  const cloudFormation: CloudFormationResource[] = [
    {
      key: 'api',
      type: 'AWS::ApiGateway::RestApi',
      properties: { Name: name, EndpointConfiguration: { Types: ['REGIONAL'] } },
    },
    ...routes.flatMap(({ node, integration }): CloudFormationResource[] => [
      {
        key: key('path', node),
        type: 'AWS::ApiGateway::Resource',
        properties: { RestApiId: api, ParentId: context.own('api', 'root-resource-id'), PathPart: node },
      },
      {
        key: key('method', node),
        type: 'AWS::ApiGateway::Method',
        properties: {
          RestApiId: api,
          ResourceId: resourceId(node),
          HttpMethod: 'POST',
          AuthorizationType: authorization,
          Integration: {
            Type: integration.type,
            IntegrationHttpMethod: integration.method,
            Uri: integration.uri,
            Credentials: integration.withRole ? context.own('role', 'arn') : undefined,
            RequestTemplates:
              integration.template === undefined
                ? undefined
                : verbatim({ 'application/json': integration.template }),
            RequestParameters: integration.parameters,
            PassthroughBehavior: integration.template === undefined ? undefined : 'NEVER',
            TimeoutInMillis: timeout,
            IntegrationResponses: integration.type === 'AWS' ? [{ StatusCode: '200' }] : undefined,
          },
          MethodResponses: [{ StatusCode: '200' }],
        },
      },
    ]),
    ...(routes.length > 0
      ? ([
          {
            key: 'deployment',
            type: 'AWS::ApiGateway::Deployment',
            properties: { RestApiId: api },
            dependsOn: methods,
          },
          {
            key: 'stage',
            type: 'AWS::ApiGateway::Stage',
            properties: {
              RestApiId: api,
              DeploymentId: context.own('deployment', 'DeploymentId|id'),
              StageName: stageName,
              TracingEnabled: config.flag('tracing'),
              AccessLogSetting: logs?.cloudFormation,
              MethodSettings: [
                {
                  HttpMethod: '*',
                  ResourcePath: '/*',
                  MetricsEnabled: true,
                  LoggingLevel: logs && loggingLevel,
                  ThrottlingRateLimit: config.number('throttlingRateLimit'),
                  ThrottlingBurstLimit: config.number('throttlingBurstLimit'),
                },
              ],
            },
          },
        ] as const)
      : []),
  ];
  return { cloudFormation, terraform: buildTerraform(context, routes, name) };
}

function buildTerraform(
  context: IacContext,
  routes: readonly { node: string; integration: RouteIntegration }[],
  name: string,
): readonly TerraformResource[] {
  const { config } = context;
  const api = context.own('api', 'id');
  const logs = findAccessLogs(context);
  const key = (part: string, node: string) => `${part}-${node}`;
  return [
    {
      key: 'api',
      type: 'aws_api_gateway_rest_api',
      arguments: { name, endpoint_configuration: block({ types: ['REGIONAL'] }) },
    },
    ...routes.flatMap(({ node, integration }): TerraformResource[] => {
      const path = { rest_api_id: api, resource_id: context.own(key('path', node), 'Ref|id') };
      const at = { ...path, http_method: context.own(key('method', node), 'http_method') };
      const templated = integration.template !== undefined;
      return [
        {
          key: key('path', node),
          type: 'aws_api_gateway_resource',
          arguments: {
            rest_api_id: api,
            parent_id: context.own('api', 'root-resource-id'),
            path_part: node,
          },
        },
        {
          key: key('method', node),
          type: 'aws_api_gateway_method',
          arguments: { ...path, http_method: 'POST', authorization: config.text('authorization') },
        },
        {
          key: key('integration', node),
          type: 'aws_api_gateway_integration',
          arguments: {
            ...at,
            type: integration.type,
            integration_http_method: integration.method,
            uri: integration.uri,
            credentials: integration.withRole ? context.own('role', 'arn') : undefined,
            request_templates: templated ? verbatim({ 'application/json': integration.template }) : undefined,
            request_parameters: integration.parameters,
            passthrough_behavior: templated ? 'NEVER' : undefined,
            timeout_milliseconds: config.number('timeoutMs'),
          },
        },
        {
          key: key('response', node),
          type: 'aws_api_gateway_method_response',
          arguments: { ...at, status_code: '200' },
        },
        ...(integration.type === 'AWS'
          ? [
              {
                key: key('integration-response', node),
                type: 'aws_api_gateway_integration_response',
                arguments: { ...at, status_code: '200' },
                dependsOn: [key('integration', node), key('response', node)],
              } as const,
            ]
          : []),
      ];
    }),
    ...(routes.length > 0
      ? ([
          {
            key: 'deployment',
            type: 'aws_api_gateway_deployment',
            arguments: { rest_api_id: api },
            dependsOn: routes.map(({ node }) => key('integration', node)),
          },
          {
            key: 'stage',
            type: 'aws_api_gateway_stage',
            arguments: {
              rest_api_id: api,
              deployment_id: context.own('deployment', 'DeploymentId|id'),
              stage_name: stageName,
              xray_tracing_enabled: config.flag('tracing'),
              access_log_settings: logs?.terraform,
            },
          },
          {
            key: 'settings',
            type: 'aws_api_gateway_method_settings',
            arguments: {
              rest_api_id: api,
              stage_name: context.own('stage', 'Ref|stage_name'),
              method_path: '*/*',
              settings: block({
                metrics_enabled: true,
                logging_level: logs && loggingLevel,
                throttling_rate_limit: config.number('throttlingRateLimit'),
                throttling_burst_limit: config.number('throttlingBurstLimit'),
              }),
            },
          },
        ] as const)
      : []),
  ];
}
