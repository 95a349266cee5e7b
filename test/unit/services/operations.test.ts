import { expect, test } from 'vitest';
import { cwAlarm } from '../../../shared/services/cw-alarm/index.ts';
import { cwLogs } from '../../../shared/services/cw-logs/index.ts';
import { cwMetrics } from '../../../shared/services/cw-metrics/index.ts';
import { rateOf } from './cost-rate.ts';
import { buildContribution, buildModel, findSchemaProblems } from './service-contexts.ts';

test('the log group takes 5,000 calls per second and charges what comes in', () => {
  const model = buildModel(cwLogs, { eventsPerCall: 10 });
  expect(model.stages[0]?.admission?.[0]?.recordsPerSecond).toBe(50_000);
  expect(rateOf(cwLogs, model, 'Logs taken in') * 1e9).toBeCloseTo(0.5, 9);
});

test('every subscriber gets a filter, and a role where CloudWatch needs one', () => {
  const contribution = buildContribution(
    cwLogs,
    { filterPattern: 'ERROR' },
    { outgoing: [{ service: 'kds' }, { service: 'lambda' }, { service: cwMetrics }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const filters = contribution.cloudFormation.filter(
    (resource) => resource.type === 'AWS::Logs::SubscriptionFilter',
  );
  expect(filters.map((filter) => filter.properties.RoleArn === undefined)).toEqual([false, true]);
  expect(filters[0]?.properties.FilterPattern).toBe('ERROR');
});

test('an alarm on the metrics of a stream watches its iterator age', () => {
  const contribution = buildContribution(
    cwAlarm,
    { evaluationPeriods: 2, datapointsToAlarm: 5 },
    {
      incoming: [{ service: cwMetrics, incoming: [{ service: 'kds' }] }],
      outgoing: [{ service: 'sns' }, { service: 'ec2' }],
    },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(contribution.cloudFormation[0]?.properties).toMatchObject({
    Namespace: 'AWS/Kinesis',
    MetricName: 'GetRecords.IteratorAgeMilliseconds',
    Statistic: 'Maximum',
    DatapointsToAlarm: 2,
    TreatMissingData: 'notBreaching',
  });
  expect(contribution.cloudFormation[0]?.properties.AlarmActions).toHaveLength(2);
  const direct = buildContribution(cwAlarm, {}, { incoming: [{ service: 'sqs' }] });
  expect(direct.cloudFormation[0]?.properties.MetricName).toBe('ApproximateAgeOfOldestMessage');
  expect(buildContribution(cwAlarm).cloudFormation).toEqual([]);
});

test('an alarm with three one-minute periods speaks two minutes after the first bad one', () => {
  const stage = buildModel(cwAlarm, { datapointsToAlarm: 3 }).stages[0];
  expect(stage).toMatchObject({ batch: { maxSeconds: 60 }, delaySeconds: 120 });
});

test('metrics bring a dashboard, and a stream towards Firehose', () => {
  const contribution = buildContribution(
    cwMetrics,
    { namespace: 'Shop', metricName: 'Orders' },
    { outgoing: [{ service: 'firehose' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  expect(JSON.stringify(contribution.cloudFormation[0]?.properties.DashboardBody)).toContain(
    '"Shop","Orders"',
  );
  expect(contribution.roles?.[0]?.trusts).toEqual(['streams.metrics.cloudwatch.amazonaws.com']);
});
