import { type Body, type Expression, pseudo, text, variable, verbatim } from '../../iac/ir/expression.ts';
import type { IacContext, IacEdgeEnd, IacNeighbour } from '../../iac/ir/mapping.ts';
import { getNodeVariableName } from '../../iac/ir/variables.ts';
import { isRestTarget, type RestTarget } from '../rest-targets.ts';

/** How a route reaches its target, free of either tool's spelling. */
export interface RouteIntegration {
  type: 'AWS' | 'AWS_PROXY' | 'HTTP_PROXY';
  method: 'POST' | 'PUT';
  uri: Expression;
  withRole: boolean;
  /** Body template for JSON requests. */
  template: Expression | undefined;
  /** Request parameters: header of the outgoing request → where it comes from. */
  parameters: Expression | undefined;
}

const serviceUri = (service: string, ...rest: Expression[]): Expression =>
  text('arn:', pseudo('partition'), ':apigateway:', pseudo('region'), `:${service}:`, ...rest);

const whole = "$util.escapeJavaScript($input.json('$'))";
const encoded = "$util.base64Encode($input.json('$'))";
const form = verbatim({
  'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'",
});

const call = (uri: Expression, template: Expression, parameters?: Expression): RouteIntegration => ({
  type: 'AWS',
  method: 'POST',
  uri,
  withRole: true,
  template,
  parameters,
});

type IntegrationBuilder = (context: IacContext, edge: IacNeighbour) => RouteIntegration;

const builders: Readonly<Record<RestTarget, IntegrationBuilder>> = {
  lambda: (_, edge) => ({
    type: 'AWS_PROXY',
    method: 'POST',
    uri: serviceUri('lambda', 'path/2015-03-31/functions/', edge.ref('arn'), '/invocations'),
    withRole: false,
    template: undefined,
    parameters: undefined,
  }),
  kds: (_, edge) =>
    call(
      serviceUri('kinesis', 'action/PutRecord'),
      text('{"StreamName":"', edge.ref('name'), `","Data":"${encoded}","PartitionKey":"$context.requestId"}`),
    ),
  firehose: (_, edge) =>
    call(
      serviceUri('firehose', 'action/PutRecord'),
      text('{"DeliveryStreamName":"', edge.ref('name'), `","Record":{"Data":"${encoded}"}}`),
    ),
  sqs: (_, edge) =>
    call(
      serviceUri('sqs', 'path/', pseudo('account'), '/', edge.ref('name')),
      'Action=SendMessage&MessageBody=$util.urlEncode($input.body)',
      form,
    ),
  sns: (_, edge) =>
    call(
      serviceUri('sns', 'path//'),
      text(
        "Action=Publish&TopicArn=$util.urlEncode('",
        edge.ref('arn'),
        "')&Message=$util.urlEncode($input.body)",
      ),
      form,
    ),
  'step-functions': (_, edge) =>
    call(
      serviceUri('states', 'action/StartExecution'),
      text('{"stateMachineArn":"', edge.ref('arn'), `","input":"${whole}"}`),
    ),
  'eventbridge-rule': (context, edge) =>
    call(
      serviceUri('events', 'action/PutEvents'),
      text(
        `{"Entries":[{"Source":"${context.physicalName(100)}","DetailType":"request","EventBusName":"`,
        getBusName(edge),
        `","Detail":"${whole}"}]}`,
      ),
      verbatim({
        'integration.request.header.X-Amz-Target': "'AWSEvents.PutEvents'",
        'integration.request.header.Content-Type': "'application/x-amz-json-1.1'",
      }),
    ),
  dynamodb: (_, edge) =>
    call(
      serviceUri('dynamodb', 'action/PutItem'),
      text('{"TableName":"', edge.ref('name'), '","Item":$input.json(\'$\')}'),
    ),
  'sm-endpoint': (_, edge) =>
    call(
      serviceUri('runtime.sagemaker', 'path/endpoints/', edge.ref('name'), '/invocations'),
      "$input.json('$')",
    ),
  s3: (_, edge) => ({
    type: 'AWS',
    method: 'PUT',
    uri: serviceUri('s3', 'path/', edge.ref('name'), '/incoming/{id}'),
    withRole: true,
    template: '$input.body',
    parameters: verbatim({ 'integration.request.path.id': 'context.requestId' }),
  }),
  'third-party-http': (context) => {
    const written = context.config.text('endpointUrl');
    return {
      type: 'HTTP_PROXY',
      method: 'POST',
      uri: written === '' ? variable(getNodeVariableName(context, 'EndpointUrl')) : written,
      withRole: false,
      template: undefined,
      parameters: undefined,
    };
  },
};

/** Name of the bus behind a rule. */
export function getBusName(edge: IacEdgeEnd): Expression {
  const own = edge.config.has('eventBusName') && edge.config.text('eventBusName') !== 'default';
  return own ? edge.refTo('bus', 'name') : 'default';
}

/** Integration of a REST route; undefined for targets that API Gateway does not reach. */
export function buildRestIntegration(context: IacContext, edge: IacNeighbour): RouteIntegration | undefined {
  return isRestTarget(edge.service) ? builders[edge.service](context, edge) : undefined;
}

/** First-class integration of an HTTP API: subtype with its request parameters. */
export interface HttpIntegration {
  cloudFormation: Body;
  terraform: Body;
}

const subtypes: Readonly<
  Record<string, (context: IacContext, edge: IacNeighbour) => readonly [string, Body]>
> = {
  kds: (_, edge) => [
    'Kinesis-PutRecord',
    { StreamName: edge.ref('name'), Data: '$request.body', PartitionKey: '$context.requestId' },
  ],
  sqs: (_, edge) => ['SQS-SendMessage', { QueueUrl: edge.ref('url'), MessageBody: '$request.body' }],
  'step-functions': (_, edge) => [
    'StepFunctions-StartExecution',
    { StateMachineArn: edge.ref('arn'), Input: '$request.body' },
  ],
  'eventbridge-rule': (context, edge) => [
    'EventBridge-PutEvents',
    {
      EventBusName: getBusName(edge),
      Source: context.physicalName(100),
      DetailType: 'request',
      Detail: '$request.body',
    },
  ],
};

/** Integration of a route of an HTTP API; undefined for targets that it does not reach. */
export function buildHttpIntegration(context: IacContext, edge: IacNeighbour): HttpIntegration | undefined {
  const api = context.own('api', 'id');
  const role = context.own('role', 'arn');
  const timeout = context.config.number('timeoutMs');
  const subtype = subtypes[edge.service]?.(context, edge);
  if (subtype) {
    const [name, parameters] = subtype;
    return {
      cloudFormation: {
        ApiId: api,
        IntegrationType: 'AWS_PROXY',
        IntegrationSubtype: name,
        CredentialsArn: role,
        RequestParameters: verbatim(parameters),
        PayloadFormatVersion: '1.0',
        TimeoutInMillis: timeout,
      },
      terraform: {
        api_id: api,
        integration_type: 'AWS_PROXY',
        integration_subtype: name,
        credentials_arn: role,
        request_parameters: verbatim(parameters),
        payload_format_version: '1.0',
        timeout_milliseconds: timeout,
      },
    };
  }
  const rest = edge.service === 'lambda' || edge.service === 'third-party-http';
  if (!rest) return undefined;
  const proxy = edge.service === 'lambda';
  const uri = proxy ? edge.ref('arn') : buildRestIntegration(context, edge)?.uri;
  const method = proxy ? 'POST' : 'ANY';
  const type = proxy ? 'AWS_PROXY' : 'HTTP_PROXY';
  const version = proxy ? '2.0' : '1.0';
  return {
    cloudFormation: {
      ApiId: api,
      IntegrationType: type,
      IntegrationUri: uri,
      IntegrationMethod: method,
      PayloadFormatVersion: version,
      TimeoutInMillis: timeout,
    },
    terraform: {
      api_id: api,
      integration_type: type,
      integration_uri: uri,
      integration_method: method,
      payload_format_version: version,
      timeout_milliseconds: timeout,
    },
  };
}
