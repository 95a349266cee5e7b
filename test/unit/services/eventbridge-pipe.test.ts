import { expect, test } from 'vitest';
import { eventbridgePipe } from '../../../shared/services/eventbridge-pipe/index.ts';
import { eventbridgeScheduler } from '../../../shared/services/eventbridge-scheduler/index.ts';
import { kds } from '../../../shared/services/kds/index.ts';
import { redshift } from '../../../shared/services/redshift/index.ts';
import { buildContribution, buildSimulationContext, findSchemaProblems } from './service-contexts.ts';

test('a pipe on four shards hands over four batches at a time', () => {
  const context = buildSimulationContext(
    eventbridgePipe,
    { batchSize: 100, targetDurationMs: 100 },
    { incoming: [{ service: kds, values: { shardCount: 4 } }] },
  );
  const [stream] = context.incoming;
  const stage = stream && eventbridgePipe.simulation.buildIncoming?.(context, stream)[0];
  expect(stage?.service).toMatchObject({ kind: 'rate', recordsPerSecond: 4000 });
  expect(eventbridgePipe.simulation.build(context).stages[1]?.service).toMatchObject({ servers: 3000 });
});

test('a function beside another target enriches, a stream keeps what failed', () => {
  const contribution = buildContribution(
    eventbridgePipe,
    { filterPattern: '{"data":{"kind":["order"]}}' },
    { incoming: [{ service: 'kds' }], outgoing: [{ service: 'lambda' }, { service: 'sqs' }] },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const pipe = contribution.cloudFormation.find((resource) => resource.key === 'pipe');
  expect(pipe?.properties).toMatchObject({
    Enrichment: { resource: 'lambda-0/primary' },
    Target: { resource: 'sqs-1/primary' },
    SourceParameters: {
      FilterCriteria: { Filters: [{ Pattern: '{"data":{"kind":["order"]}}' }] },
      KinesisStreamParameters: { MaximumRetryAttempts: 5, StartingPosition: 'LATEST' },
    },
  });
  expect(contribution.cloudFormation.map((resource) => resource.key)).toContain('dead-letters');
});

test('every target of a pipe has parameters that exist', () => {
  const targets = [
    'step-functions',
    'kds',
    'firehose',
    'sns',
    'eventbridge-rule',
    'batch',
    'ecs-fargate',
    'cw-logs',
  ];
  for (const service of [...targets, 'third-party-http', redshift]) {
    const contribution = buildContribution(
      eventbridgePipe,
      {},
      { incoming: [{ service: 'sqs' }], outgoing: [{ service }] },
    );
    expect(findSchemaProblems(contribution)).toEqual([]);
    expect(contribution.cloudFormation.map((resource) => resource.key)).toContain('pipe');
  }
});

test('a queue without a window gives at most ten messages', () => {
  const contribution = buildContribution(
    eventbridgePipe,
    { maximumBatchingWindowInSeconds: 0 },
    { incoming: [{ service: 'sqs' }], outgoing: [{ service: 'sns' }] },
  );
  const pipe = contribution.cloudFormation.find((resource) => resource.key === 'pipe');
  expect(pipe?.properties.SourceParameters).toEqual({
    SqsQueueParameters: { BatchSize: 10, MaximumBatchingWindowInSeconds: 0 },
  });
});

test('a schedule per target; jobs are started by their own calls', () => {
  const services = ['lambda', 'batch', 'glue-etl', 'dms', 'ecs-fargate', 'eventbridge-rule', 'kds', 'athena'];
  const contribution = buildContribution(
    eventbridgeScheduler,
    { scheduleExpression: 'cron(0 3 * * ? *)', flexibleWindowMinutes: 15 },
    { outgoing: services.map((service) => ({ service })) },
  );
  expect(findSchemaProblems(contribution)).toEqual([]);
  const schedules = contribution.cloudFormation.filter(
    (resource) => resource.type === 'AWS::Scheduler::Schedule',
  );
  expect(schedules).toHaveLength(services.length);
  expect(schedules[0]?.properties).toMatchObject({
    ScheduleExpression: 'cron(0 3 * * ? *)',
    FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 15 },
  });
  expect(JSON.stringify(schedules[2]?.properties.Target)).toContain('aws-sdk:glue:startJobRun');
});
