import { expect, test } from 'vitest';
import { apiGateway } from '../../../shared/services/api-gateway/index.ts';
import { rateOf } from './cost-rate.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

const targets = [
  'lambda',
  'kds',
  'firehose',
  'sqs',
  'sns',
  'step-functions',
  'eventbridge-rule',
  'dynamodb',
  's3',
  'sm-endpoint',
  'third-party-http',
];

test('12,000 requests per second at the account’s limits: first 429 after 2.5 s, then a sixth (WE-79)', () => {
  const limit = buildModel(apiGateway, { throttlingRateLimit: 10_000, throttlingBurstLimit: 5000 }).stages[0]
    ?.admission?.[0];
  const rate = limit?.recordsPerSecond ?? 0;
  const depth = rate * (limit?.burstSeconds ?? 0);
  expect(depth / (12_000 - rate)).toBe(2.5);
  expect(1 - rate / 12_000).toBeCloseTo(0.1667, 4);
  expect(limit?.onRefuse).toBe('drop');
});

test('a million REST requests cost 3.50 USD, HTTP requests 1.00', () => {
  const price = (apiType: string) =>
    1e6 * rateOf(apiGateway, buildModel(apiGateway, { apiType }), 'Requests');
  expect(price('REST')).toBeCloseTo(3.5, 9);
  expect(price('HTTP')).toBeCloseTo(1, 9);
});

test('a REST API reaches every target with a POST route of its own', () => {
  const contribution = buildContribution(
    apiGateway,
    {},
    { outgoing: targets.map((service) => ({ service })) },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const methods = contribution.cloudFormation.filter(
    (resource) => resource.type === 'AWS::ApiGateway::Method',
  );
  expect(methods).toHaveLength(targets.length);
  expect(methods.every((method) => method.properties.AuthorizationType === 'AWS_IAM')).toBe(true);
  const put = methods.find((method) => method.key.includes('s3'));
  expect(put?.properties.Integration).toMatchObject({ IntegrationHttpMethod: 'PUT' });
  const deployment = contribution.cloudFormation.find((resource) => resource.key === 'deployment');
  expect(deployment?.dependsOn).toHaveLength(targets.length);
});

test('an HTTP API reaches only what it has a subtype for', () => {
  const contribution = buildContribution(
    apiGateway,
    { apiType: 'HTTP', authorization: 'NONE' },
    { outgoing: targets.map((service) => ({ service })) },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const routes = contribution.cloudFormation.filter(
    (resource) => resource.type === 'AWS::ApiGatewayV2::Route',
  );
  expect(routes.map((route) => route.properties.RouteKey)).toEqual([
    'POST /lambda-0',
    'POST /kds-1',
    'POST /sqs-3',
    'POST /step-functions-5',
    'POST /eventbridge-rule-6',
    'POST /third-party-http-10',
  ]);
});
