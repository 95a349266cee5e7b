import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Design } from '../../../../shared/graph/design.ts';
import { parseDesign } from '../../../../shared/graph/parse-design.ts';
import { checkDesign } from '../../../../shared/rules/engine.ts';
import { buildView } from '../../../../shared/rules/view/build-view.ts';
import { estimateFlows } from '../../../../shared/rules/view/estimate-flows.ts';
import { simulateDesign } from '../../../../shared/simulator/simulate.ts';

function read(value: unknown): Design {
  const result = parseDesign(value);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.design;
}

/** Mean size of what reaches the node in a run of ten minutes. */
function getSizeAt(design: Design, id: string): number {
  const result = simulateDesign(design, { durationSeconds: 600 });
  expect(result.massResidual).toBe(0);
  const node = result.nodes.find((candidate) => candidate.id === id);
  if (!node || node.totals.arrived === 0) throw new Error(`Nothing reached ${id}.`);
  return node.totalBytes.arrived / node.totals.arrived;
}

const getDesign = (source: object, edge: object, target: string): Design =>
  read({
    nodes: [
      { id: 'a', ...source },
      { id: 'b', service: target },
    ],
    edges: [{ source: 'a', target: 'b', properties: edge }],
    workloads: [
      {
        node: 'a',
        arrivals: { pattern: 'constant', ratePerSecond: 20 },
        recordSizeBytes: 60_000,
        keyCount: 100,
      },
    ],
  });

it('a share of the records takes its share of the bytes', () => {
  const design = getDesign({ service: 'ecs-fargate' }, { share: 0.25 }, 'ec2');
  expect(getSizeAt(design, 'b')).toBeCloseTo(60_000, -2);
});

it.each(['lambda', 'ecs-fargate', 'ec2', 'batch', 'msf'])('%s sends results of the size set', (service) => {
  const source = { service, ...(service === 'batch' && { properties: { jobSeconds: 10 } }) };
  const design = getDesign(source, { share: 0.5, outputRecordBytes: 600 }, 'sqs');
  expect(getSizeAt(design, 'b')).toBeCloseTo(600, 0);
});

it.each(['sqs', 'lambda', 'sns', 'eventbridge-rule'])('an object event to %s is about 1 KB', (target) => {
  const design = getDesign({ service: 's3', properties: { recordsPerObject: 5 } }, {}, target);
  expect(getSizeAt(design, 'b')).toBeCloseTo(1000, 0);
});

it('estimates of rules see the same sizes', () => {
  const view = buildView(getDesign({ service: 'lambda' }, { outputRecordBytes: 600 }, 'sqs'));
  estimateFlows(view);
  expect(view.nodes.find((node) => node.id === 'b')?.arrivals.recordBytes).toBe(600);
});

it('the video template runs without throttling and without loss', () => {
  const design = read(JSON.parse(readFileSync('templates/video-threat-detection/pipeline.json', 'utf8')));
  const result = simulateDesign(design);
  for (const owner of [...result.nodes, ...result.edges]) {
    expect([owner.name, owner.totals.throttled, owner.totals.dropped]).toEqual([owner.name, 0, 0]);
    expect(owner.meanUtilization).toBeLessThan(0.8);
  }
  expect(getSizeAt(design, 'sightings')).toBeCloseTo(600, 0);
  // The model still looks at whole frames.
  expect(getSizeAt(design, 'detector')).toBeCloseTo(60_000, -2);
  expect(checkDesign(design).filter((finding) => finding.severity === 'error')).toEqual([]);
});
