import { block, text } from '../../iac/ir/expression.ts';
import type { CloudFormationResource, IacContext, TerraformResource } from '../../iac/ir/mapping.ts';
import { findAccessLogs } from './access-logs.ts';
import { buildHttpIntegration } from './integrations.ts';

/** An HTTP API with one POST route per target and a stage that deploys by itself. */
export function buildHttpApi(context: IacContext): {
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
} {
  const { config } = context;
  const name = context.physicalName(128);
  const api = context.own('api', 'id');
  const authorization = config.text('authorization');
  const rate = config.number('throttlingRateLimit');
  const burst = config.number('throttlingBurstLimit');
  const logs = findAccessLogs(context);
  const routes = context.outgoing.flatMap((edge) => {
    const integration = buildHttpIntegration(context, edge);
    const key = `integration-${edge.node}`;
    const target = text('integrations/', context.own(key, 'Ref|id'));
    return integration ? [{ node: edge.node, integration, key, target }] : [];
  });
  return {
    cloudFormation: [
      { key: 'api', type: 'AWS::ApiGatewayV2::Api', properties: { Name: name, ProtocolType: 'HTTP' } },
      ...routes.flatMap(({ node, integration, key, target }): CloudFormationResource[] => [
        { key, type: 'AWS::ApiGatewayV2::Integration', properties: integration.cloudFormation },
        {
          key: `route-${node}`,
          type: 'AWS::ApiGatewayV2::Route',
          properties: {
            ApiId: api,
            RouteKey: `POST /${node}`,
            AuthorizationType: authorization,
            Target: target,
          },
        },
      ]),
      {
        key: 'stage',
        type: 'AWS::ApiGatewayV2::Stage',
        properties: {
          ApiId: api,
          StageName: '$default',
          AutoDeploy: true,
          AccessLogSettings: logs?.cloudFormation,
          DefaultRouteSettings: { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst },
        },
      },
    ],
    terraform: [
      { key: 'api', type: 'aws_apigatewayv2_api', arguments: { name, protocol_type: 'HTTP' } },
      ...routes.flatMap(({ node, integration, key, target }): TerraformResource[] => [
        { key, type: 'aws_apigatewayv2_integration', arguments: integration.terraform },
        {
          key: `route-${node}`,
          type: 'aws_apigatewayv2_route',
          arguments: {
            api_id: api,
            route_key: `POST /${node}`,
            authorization_type: authorization,
            target,
          },
        },
      ]),
      {
        key: 'stage',
        type: 'aws_apigatewayv2_stage',
        arguments: {
          api_id: api,
          name: '$default',
          auto_deploy: true,
          access_log_settings: logs?.terraform,
          default_route_settings: block({
            throttling_rate_limit: rate,
            throttling_burst_limit: burst,
          }),
        },
      },
    ],
  };
}
