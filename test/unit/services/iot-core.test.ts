import { expect, test } from 'vitest';
import { iotCore } from '../../../shared/services/iot-core/index.ts';
import { mqttDevice } from '../../../shared/services/mqtt-device/index.ts';
import {
  buildContribution,
  buildModel,
  buildSimulationContext,
  findSchemaProblems,
} from './service-contexts.ts';

test('every device may publish 100 messages per second; QoS decides what becomes of the rest', () => {
  const at = (qos: string) => buildModel(mqttDevice, { devices: 50, qos }).stages[0];
  expect(at('0')).toMatchObject({ lanes: 50, admission: [{ recordsPerSecond: 100, onRefuse: 'drop' }] });
  expect(at('1')?.admission?.[0]).toMatchObject({ onRefuse: 'retry', retryForSeconds: 300 });
});

test('rule evaluations are 20,000 per second in large Regions and 2,000 elsewhere', () => {
  const context = buildSimulationContext(iotCore);
  const at = (region: string) =>
    iotCore.simulation.build({ ...context, region }).stages[1]?.admission?.[0]?.recordsPerSecond;
  expect(at('us-east-1')).toBe(20_000);
  expect(at('eu-north-1')).toBe(2000);
});

test('every connected target is an action of the rule, failures go to a queue', () => {
  const contribution = buildContribution(
    iotCore,
    {},
    {
      outgoing: [
        'kds',
        'kds',
        'firehose',
        's3',
        'dynamodb',
        'lambda',
        'sqs',
        'sns',
        'step-functions',
        'mqtt-device',
      ].map((service) => ({ service })),
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const rule = contribution.cloudFormation.find((resource) => resource.key === 'rule');
  const payload = rule?.properties.TopicRulePayload as { Actions: object[]; ErrorAction: object };
  expect(payload.Actions.map((action) => Object.keys(action)[0])).toEqual([
    'Kinesis',
    'Kinesis',
    'Firehose',
    'S3',
    'DynamoDBv2',
    'Lambda',
    'Sqs',
    'Sns',
    'StepFunctions',
    'Republish',
  ]);
  expect(payload.ErrorAction).toHaveProperty('Sqs');
  const terraform = contribution.terraform.find((resource) => resource.key === 'rule');
  expect(terraform?.arguments.kinesis).toHaveProperty('bodies.length', 2);
});

test('a device may publish below its own topics and nowhere else', () => {
  const contribution = buildContribution(mqttDevice, { topicPrefix: 'plant/a' });
  expect(findSchemaProblems(contribution)).toEqual([]);
  const policy = contribution.cloudFormation.find((resource) => resource.key === 'policy');
  const text = JSON.stringify(policy?.properties.PolicyDocument);
  expect(text).toContain('topic/plant/a/${iot:Connection.Thing.ThingName}/*');
  expect(text).not.toContain('"*"');
  expect(text).not.toContain('iot:*');
});
