import { block, type Expression, variable } from '../iac/ir/expression.ts';
import type {
  CloudFormationResource,
  IacContext,
  TerraformResource,
  VariableSpec,
} from '../iac/ir/mapping.ts';
import { getNodeVariableName } from '../iac/ir/variables.ts';

/** Services outside AWS that EventBridge calls through an API destination. */
export const calledOverHttps: ReadonlySet<string> = new Set(['third-party-http', 'datadog']);

/**
 * Connection and API destination (key `api-destination`, from the second one on with its number)
 * through which a third-party endpoint is called.
 * @param written address as the designer wrote it; empty asks for it at deployment
 */
export function buildApiDestination(
  context: IacContext,
  written: string,
  number = 1,
): {
  key: string;
  cloudFormation: readonly CloudFormationResource[];
  terraform: readonly TerraformResource[];
  variables: readonly VariableSpec[];
} {
  const ordinal = number === 1 ? '' : String(number);
  const suffix = number === 1 ? '' : `-${number}`;
  const urlName = getNodeVariableName(context, `EndpointUrl${ordinal}`);
  const keyName = getNodeVariableName(context, `ApiKey${ordinal}`);
  const url: Expression = written === '' ? variable(urlName) : written;
  const key = variable(keyName);
  const name = `${context.physicalName(60)}${suffix}`;
  const header = 'Authorization';
  return {
    key: `api-destination${suffix}`,
    cloudFormation: [
      {
        key: `connection${suffix}`,
        type: 'AWS::Events::Connection',
        properties: {
          AuthorizationType: 'API_KEY',
          AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: header, ApiKeyValue: key } },
        },
      },
      {
        key: `api-destination${suffix}`,
        type: 'AWS::Events::ApiDestination',
        properties: {
          Name: name,
          ConnectionArn: context.own(`connection${suffix}`, 'Arn|arn'),
          HttpMethod: 'POST',
          InvocationEndpoint: url,
        },
      },
    ],
    terraform: [
      {
        key: `connection${suffix}`,
        type: 'aws_cloudwatch_event_connection',
        arguments: {
          name,
          authorization_type: 'API_KEY',
          auth_parameters: block({ api_key: block({ key: header, value: key }) }),
        },
      },
      {
        key: `api-destination${suffix}`,
        type: 'aws_cloudwatch_event_api_destination',
        arguments: {
          name,
          connection_arn: context.own(`connection${suffix}`, 'Arn|arn'),
          http_method: 'POST',
          invocation_endpoint: url,
        },
      },
    ],
    variables: [
      {
        name: keyName,
        type: 'string',
        description: `Value of the Authorization header with which ${context.name} calls its endpoint.`,
        sensitive: true,
      },
      ...(written === ''
        ? [
            {
              name: urlName,
              type: 'string' as const,
              description: `HTTPS address that ${context.name} calls.`,
              validation: { pattern: '^https://', message: 'API destinations are https:// addresses.' },
            },
          ]
        : []),
    ],
  };
}
