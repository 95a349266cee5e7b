import { expect, test } from 'vitest';
import { sqs } from '../../../shared/services/sqs/index.ts';
import {
  buildContribution,
  buildModel,
  buildSimulationContext,
  findSchemaProblems,
} from './service-contexts.ts';

test('FIFO queues take 3,000 messages/s with batches of 10 (WE-76), standard ones are not limited', () => {
  expect(buildModel(sqs, { queueType: 'FIFO' }).stages[0]?.admission?.[0]?.recordsPerSecond).toBe(3000);
  expect(buildModel(sqs).stages[0]?.admission).toBeUndefined();
});

test('consumers share the messages; what waits too long is lost', () => {
  expect(buildModel(sqs).fanOut).toBe('split');
  const context = buildSimulationContext(
    sqs,
    { messageRetentionPeriod: 60 },
    { outgoing: [{ service: 'lambda' }] },
  );
  const [reader] = context.outgoing;
  expect(reader && sqs.simulation.buildOutgoing?.(context, reader)[0]?.queue).toMatchObject({
    retentionSeconds: 60,
    onExpire: 'drop',
  });
});

test('a queue has its own dead-letter queue unless one is drawn', () => {
  const own = buildContribution(sqs, { queueType: 'FIFO' });
  expect(findSchemaProblems(own)).toEqual([]);
  expect(own.cloudFormation.map((resource) => resource.properties.QueueName)).toEqual([
    'test-node-dlq.fifo',
    'test-node.fifo',
  ]);
  const drawn = buildContribution(sqs, {}, { outgoing: [{ service: 'sqs', node: 'failed' }] });
  expect(drawn.cloudFormation).toHaveLength(1);
  expect(drawn.terraform[0]?.arguments.redrive_policy).toMatchObject({
    value: { deadLetterTargetArn: { resource: 'failed/primary' }, maxReceiveCount: 5 },
  });
});
