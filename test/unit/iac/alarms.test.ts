import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Design, LimitAlarm } from '../../../shared/graph/design.ts';
import { replaceService } from '../../../shared/graph/edits/replace-service.ts';
import { addAlarm, removeAlarm } from '../../../shared/graph/edits/set-alarm.ts';
import { parseDesign } from '../../../shared/graph/parse-design.ts';
import { serializeDesign } from '../../../shared/graph/serialize-design.ts';
import { exportDesign } from '../../../shared/iac/export.ts';
import { lowerDesign } from '../../../shared/iac/lower.ts';
import { getLimitMetrics } from '../../../shared/services/limit-metrics.ts';
import { services } from '../../../shared/services/registry.ts';
import { adviseAlarms } from '../../../shared/simulator/model/alarm-advice.ts';
import { simulateDesign } from '../../../shared/simulator/simulate.ts';
import { buildDesign } from './designs.ts';

const alarm: LimitAlarm = {
  metric: 'WriteProvisionedThroughputExceeded',
  limit: 'Shard write limit, 1 MB/s or 1,000 records/s',
  peakUtilization: 0.93,
  scenario: 'Black Friday',
  seed: 7,
};

function getWatched(): Design {
  const design = buildDesign(
    [
      { id: 'clicks', service: 'kds' },
      { id: 'enrich', service: 'lambda' },
    ],
    [{ source: 'clicks', target: 'enrich' }],
  );
  addAlarm(design, { node: 'clicks', alarm });
  return design;
}

const getText = (design: Design, target: 'cdk' | 'terraform' | 'cloudformation'): string =>
  exportDesign(design, target)
    .files.map(({ text }) => text)
    .join('\n');

/** Where the library keeps what AWS says of metrics. */
const canned: Readonly<Record<string, string>> = {
  kds: 'kinesis',
  lambda: 'lambda',
  dynamodb: 'dynamodb',
  'step-functions': 'stepfunctions',
};

const watched = services.flatMap(({ id }) =>
  getLimitMetrics(id).map((metric) => [id, metric.name, metric] as const),
);

describe('metrics', () => {
  test.each(watched.filter(([service]) => service in canned))(
    '%s %s is one that the CDK knows',
    (service, _, metric) => {
      const module = canned[service] ?? '';
      const file = `node_modules/aws-cdk-lib/aws-${module}/lib/${module}-canned-metrics.generated`;
      const [code, types] = ['js', 'd.ts'].map((end) => readFileSync(`${file}.${end}`, 'utf8'));
      expect(code).toContain(
        `namespace:"${metric.namespace}",metricName:"${metric.name}",dimensionsMap:dimensions,statistic:"Sum"`,
      );
      expect(types).toContain(`${metric.dimension}: string`);
    },
  );

  test('those that the CDK does not know are the ones said here', () => {
    expect(watched.filter(([service]) => !(service in canned)).map(([, name]) => name)).toEqual([
      'ThrottledRecords',
    ]);
  });

  test.each(watched)('%s %s is about limits that the simulation names', (service, _, metric) => {
    const sources = ['simulation.ts']
      .map((file) => readFileSync(`shared/services/${service}/${file}`, 'utf8'))
      .join('\n');
    for (const start of metric.limits) {
      // `${reserved ? 'Reserved' : 'Account'} concurrency` is put together.
      const words = start.trim().split(' ');
      expect(
        words.every((word) => sources.includes(word)),
        start,
      ).toBe(true);
    }
  });
});

describe('an alarm of a node', () => {
  test.each(['cdk', 'cloudformation'] as const)('watches the metric of the node: %s', (target) => {
    const text = getText(getWatched(), target);
    expect(text).toContain('WriteProvisionedThroughputExceeded');
    expect(text).toContain('scenario “Black Friday” with seed 7 used 93 %');
  });

  test('watches the metric of the node: terraform', () => {
    const text = getText(getWatched(), 'terraform');
    expect(text).toContain(
      'resource "aws_cloudwatch_metric_alarm" "clicks_write_provisioned_throughput_exceeded_alarm"',
    );
    expect(text).toMatch(/dimensions = \{\s+StreamName = aws_kinesis_stream\.clicks\.name/);
    expect(text).toMatch(/alarm_actions\s+= \[var\.alarm_topic_arn\]/);
  });

  test('asks for the topic once, however many alarms there are', () => {
    const design = getWatched();
    addAlarm(design, {
      node: 'enrich',
      alarm: { ...alarm, metric: 'Throttles', limit: 'Reserved concurrency' },
    });
    const { graph, blockers } = lowerDesign(design);
    expect(blockers).toEqual([]);
    expect(graph.variables.filter(({ name }) => name === 'alarmTopicArn')).toHaveLength(1);
    const alarms = graph.cloudFormation.filter(
      (item) => item.kind === 'resource' && item.type === 'AWS::CloudWatch::Alarm',
    );
    expect(alarms.map(({ section }) => section).sort()).toEqual(['clicks', 'enrich']);
  });

  test('on a metric that the service does not have is named in the README and left out', () => {
    const design = getWatched();
    addAlarm(design, { node: 'clicks', alarm: { ...alarm, metric: 'Throttles' } });
    const { graph, blockers } = lowerDesign(design);
    expect(blockers).toEqual([]);
    expect(graph.warnings).toEqual([expect.stringContaining('has no metric Throttles')]);
  });

  test('is kept in the file, replaced by one on the same metric, and goes with the service', () => {
    const design = getWatched();
    const parsed = parseDesign(JSON.parse(serializeDesign(design)));
    expect(parsed.ok && parsed.design.nodes[0]?.alarms).toEqual([alarm]);
    addAlarm(design, { node: 'clicks', alarm: { ...alarm, peakUtilization: 1.2 } });
    expect(design.nodes[0]?.alarms).toEqual([{ ...alarm, peakUtilization: 1.2 }]);
    replaceService(design, { node: 'clicks', service: 'sqs', sharedProperties: [] });
    expect(design.nodes[0]?.alarms).toBeUndefined();
    const other = getWatched();
    removeAlarm(other, { node: 'clicks', metric: alarm.metric });
    expect(other.nodes[0]).toEqual({ id: 'clicks', service: 'kds', properties: {} });
  });
});

describe('the advice', () => {
  const run = (ratePerSecond: number, readers = 1) => {
    const names = Array.from({ length: readers }, (_, index) => `fn${index}`);
    const parsed = parseDesign({
      nodes: [
        { id: 'shop', service: 'producer-sdk' },
        { id: 'in', service: 'kds' },
        ...names.map((id) => ({ id, service: 'lambda' })),
        { id: 'tasks', service: 'ecs-fargate' },
      ],
      edges: [
        { source: 'shop', target: 'in' },
        ...names.map((target) => ({ source: 'in', target })),
        { source: 'in', target: 'tasks' },
      ],
      workloads: [{ node: 'shop', arrivals: { pattern: 'constant', ratePerSecond }, recordSizeBytes: 900 }],
      scenarios: [{ name: 'Rush', durationSeconds: 300, seed: 3 }],
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return adviseAlarms(parsed.design, simulateDesign(parsed.design));
  };

  test('watches a stream that is nearly full, with the run it comes from', () => {
    const { alarms } = run(850);
    expect(alarms[0]).toMatchObject({
      node: 'in',
      alarm: { metric: 'WriteProvisionedThroughputExceeded', scenario: 'Rush', seed: 3 },
    });
    expect(alarms[0]?.alarm.peakUtilization).toBeCloseTo(0.85, 1);
  });

  test('watches what readers share', () => {
    expect(run(900, 3).alarms.map(({ metric }) => metric.name)).toContain(
      'ReadProvisionedThroughputExceeded',
    );
  });

  test('says nothing of limits that are far away', () => {
    expect(run(20)).toEqual({ alarms: [], unwatched: [] });
  });

  test('names close limits that no metric tells about', () => {
    expect(run(850).unwatched.map(({ node }) => node)).toContain('tasks');
  });
});
