import { expect, test } from 'vitest';
import { sns } from '../../../shared/services/sns/index.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('us-east-1 publishes 30,000 messages/s, 3,000 batch calls of 10 (WE-77)', () => {
  const rate = buildModel(sns).stages[0]?.admission?.[0]?.recordsPerSecond ?? 0;
  const batch = sns.limits.find((limit) => limit.id === 'batch')?.value ?? 0;
  expect(rate / batch).toBe(3000);
  expect(buildModel(sns).fanOut).toBe('copy');
});

test('every edge becomes a subscription; Firehose needs a role, filters are JSON', () => {
  const contribution = buildContribution(
    sns,
    { emailSubscribers: ['a@example.com'] },
    {
      outgoing: [
        { service: 'sqs', node: 'orders', edgeValues: { filterPolicy: '{"kind":["order"]}' } },
        { service: 'lambda', node: 'alert' },
        { service: 'firehose', node: 'archive' },
      ],
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const subscriptions = contribution.cloudFormation.filter(
    (resource) => resource.type === 'AWS::SNS::Subscription',
  );
  expect(subscriptions.map((resource) => resource.properties.Protocol)).toEqual([
    'sqs',
    'lambda',
    'firehose',
    'email',
  ]);
  expect(subscriptions[0]?.properties).toMatchObject({
    RawMessageDelivery: true,
    FilterPolicy: { value: { kind: ['order'] } },
  });
  expect(subscriptions[1]?.properties.RawMessageDelivery).toBeUndefined();
  expect(subscriptions[2]?.properties.SubscriptionRoleArn).toMatchObject({ resource: 'node/role' });
  expect(contribution.roles).toHaveLength(1);
  expect(
    contribution.terraform.filter((resource) => resource.type === 'aws_sns_topic_subscription'),
  ).toHaveLength(4);
});

test('a topic nobody subscribes to is just a topic', () => {
  expect(buildContribution(sns).cloudFormation.map((resource) => resource.key)).toEqual(['topic']);
});
