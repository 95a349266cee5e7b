import { block, type Expression, variable } from '../../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  TerraformResource,
  VariableSpec,
} from '../../iac/ir/mapping.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';

/** Connection and API destination through which a third-party endpoint is called. */
export function buildApiDestination(context: IacContext): {
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
  variables: readonly VariableSpec[];
} {
  const written = context.config.text('endpointUrl');
  const url: Expression = written === '' ? variable(getNodeVariableName(context, 'EndpointUrl')) : written;
  const key = variable(getNodeVariableName(context, 'ApiKey'));
  const name = context.physicalName(60);
  const header = 'Authorization';
  return {
    cloudFormation: [
      {
        key: 'connection',
        type: 'AWS::Events::Connection',
        properties: {
          AuthorizationType: 'API_KEY',
          AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: header, ApiKeyValue: key } },
        },
      },
      {
        key: 'api-destination',
        type: 'AWS::Events::ApiDestination',
        properties: {
          Name: name,
          ConnectionArn: context.own('connection', 'Arn|arn'),
          HttpMethod: 'POST',
          InvocationEndpoint: url,
        },
      },
    ],
    terraform: [
      {
        key: 'connection',
        type: 'aws_cloudwatch_event_connection',
        arguments: {
          name,
          authorization_type: 'API_KEY',
          auth_parameters: block({ api_key: block({ key: header, value: key }) }),
        },
      },
      {
        key: 'api-destination',
        type: 'aws_cloudwatch_event_api_destination',
        arguments: {
          name,
          connection_arn: context.own('connection', 'Arn|arn'),
          http_method: 'POST',
          invocation_endpoint: url,
        },
      },
    ],
    variables: [
      {
        name: getNodeVariableName(context, 'ApiKey'),
        type: 'string',
        description: `Value of the Authorization header with which ${context.name} calls its endpoint.`,
        sensitive: true,
      },
      ...(written === ''
        ? [
            {
              name: getNodeVariableName(context, 'EndpointUrl'),
              type: 'string' as const,
              description: `HTTPS address that ${context.name} calls.`,
              validation: { pattern: '^https://', message: 'API destinations are https:// addresses.' },
            },
          ]
        : []),
    ],
  };
}
