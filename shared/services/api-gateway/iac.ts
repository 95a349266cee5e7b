import type { IacContext, IacContribution, IacMapping } from '../../iac/ir/mapping.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';
import { isCalledWithRole } from '../rest-targets.ts';
import { getLogSteps } from './access-logs.ts';
import { buildHttpApi } from './http-api.ts';
import { buildRestApi } from './rest-api.ts';

function build(context: IacContext): IacContribution {
  const { config } = context;
  const parts = config.text('apiType') === 'REST' ? buildRestApi(context) : buildHttpApi(context);
  const asks =
    config.text('endpointUrl') === '' && context.outgoing.some((edge) => edge.service === 'third-party-http');
  return {
    ...parts,
    roles: context.outgoing.some((edge) => isCalledWithRole(edge.service))
      ? [{ key: 'role', trusts: ['apigateway.amazonaws.com'] }]
      : [],
    manualSteps: getLogSteps(context),
    variables: asks
      ? [
          {
            name: getNodeVariableName(context, 'EndpointUrl'),
            type: 'string',
            description: `HTTPS address to which ${context.name} passes requests on.`,
            validation: { pattern: '^https://', message: 'Use an https:// address.' },
          },
        ]
      : [],
  };
}

export const iac: IacMapping = {
  primary: 'api',
  role: 'role',
  types: {
    cloudFormation: [
      'AWS::ApiGateway::RestApi',
      'AWS::ApiGateway::Resource',
      'AWS::ApiGateway::Method',
      'AWS::ApiGateway::Deployment',
      'AWS::ApiGateway::Stage',
      'AWS::ApiGatewayV2::Api',
      'AWS::ApiGatewayV2::Integration',
      'AWS::ApiGatewayV2::Route',
      'AWS::ApiGatewayV2::Stage',
    ],
    terraform: [
      'aws_api_gateway_rest_api',
      'aws_api_gateway_resource',
      'aws_api_gateway_method',
      'aws_api_gateway_integration',
      'aws_api_gateway_method_response',
      'aws_api_gateway_integration_response',
      'aws_api_gateway_deployment',
      'aws_api_gateway_stage',
      'aws_api_gateway_method_settings',
      'aws_apigatewayv2_api',
      'aws_apigatewayv2_integration',
      'aws_apigatewayv2_route',
      'aws_apigatewayv2_stage',
    ],
  },
  build,
};
