import { describe, expect, it } from 'vitest';
import type { Design } from '../../../../shared/graph/design.ts';
import { parseDesign } from '../../../../shared/graph/parse-design.ts';
import { type Experiment, ExperimentError } from '../../../../shared/simulator/experiments/experiment.ts';
import { parseVariation } from '../../../../shared/simulator/experiments/parse-variation.ts';
import {
  countRuns,
  getReplicationSeed,
  getRun,
  getSliceRuns,
} from '../../../../shared/simulator/experiments/plan-runs.ts';
import { runPlanned } from '../../../../shared/simulator/experiments/run-planned.ts';
import { summarizeRuns } from '../../../../shared/simulator/experiments/summarize-runs.ts';
import { simulateDesign } from '../../../../shared/simulator/simulate.ts';

function getDesign(changes: object = {}): Design {
  const result = parseDesign({
    nodes: [
      { id: 'web.site', service: 'producer-sdk' },
      { id: 'web', service: 'kds', properties: { shardCount: 1 } },
      { id: 'fn', service: 'lambda' },
    ],
    edges: [
      { id: 'in', source: 'web.site', target: 'web' },
      { id: 'out', source: 'web', target: 'fn' },
    ],
    workloads: [
      {
        id: 'clicks',
        node: 'web.site',
        arrivals: { pattern: 'poisson', ratePerSecond: 1500 },
        recordSizeBytes: 200,
        keyCount: 1000,
      },
    ],
    ...changes,
  });
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join('\n'));
  return result.design;
}

const design = getDesign();
const values = (text: string) => parseVariation(design, text).values;

describe('parseVariation', () => {
  it('reads lists, ranges and both together', () => {
    expect(parseVariation(design, 'web.shardCount=1, 2,4')).toEqual({
      name: 'web.shardCount',
      target: { kind: 'property', node: 'web', property: 'shardCount' },
      values: [1, 2, 4],
    });
    expect(values('web.shardCount=1..4')).toEqual([1, 2, 3, 4]);
    expect(values('web.shardCount=1..9/4,20')).toEqual([1, 5, 9, 20]);
    expect(values('load=0.1..0.3/0.1')).toEqual([0.1, 0.2, 0.3]);
    expect(values('web.streamMode=PROVISIONED,ON_DEMAND')).toEqual(['PROVISIONED', 'ON_DEMAND']);
  });

  it('takes the longest node id that fits', () => {
    expect(parseVariation(design, 'web.site.batchRecords=1,2').target).toEqual({
      kind: 'property',
      node: 'web.site',
      property: 'batchRecords',
    });
  });

  it.each([
    ['web.shardCount', 'Write NODE.PROPERTY=a,b,c or NODE.PROPERTY=lo..hi/step, or load='],
    ['stream.shardCount=1', 'Nodes: web.site, web, fn.'],
    ['web.shards=1', /"shards" is no property of it\. It can be varied by .*shardCount/],
    ['web.tags=1', /It can be varied by .*shardCount/],
    ['web.shardCount=1,two', 'web.shardCount takes numbers; found "two"'],
    ['web.shardCount=0', /web\.shardCount takes 1 /],
    ['web.shardCount=1.5', 'takes whole numbers; found 1.5'],
    ['web.shardCount=1,,2', 'has an empty value'],
    ['web.shardCount=', 'has an empty value'],
    ['web.shardCount=4..1', 'lo must not be above hi'],
    ['web.shardCount=1..4/0', 'the step above 0'],
    ['web.shardCount=1..2..3', 'is no range; write lo..hi/step'],
    ['web.shardCount=1,2,1', 'takes the value 1 twice'],
    ['web.streamMode=MAYBE', /web\.streamMode is one of .*PROVISIONED.*; found "MAYBE"/],
    ['load=-1', 'load multiplies the rates and is 0 or more'],
    ['load=0..1e9/1e-9', /values; at most 1000 are allowed/],
    ['load=NaN', 'load takes numbers'],
  ])('refuses %s and says what is allowed', (text, message) => {
    expect(() => parseVariation(design, text)).toThrow(ExperimentError);
    expect(() => parseVariation(design, text)).toThrow(message);
  });
});

const experiment: Experiment = {
  variations: [parseVariation(design, 'web.shardCount=1,2,3'), parseVariation(design, 'load=0.5,1')],
  replications: 4,
  durationSeconds: 60,
  seed: 5,
};

describe('the plan of runs', () => {
  it('crosses the values, the last variation fastest, and replicates each', () => {
    expect(countRuns(experiment)).toBe(24);
    expect(getRun(experiment, 0)).toEqual({ index: 0, point: 0, replication: 0, values: [1, 0.5] });
    expect(getRun(experiment, 7)).toEqual({ index: 7, point: 1, replication: 3, values: [1, 1] });
    expect(getRun(experiment, 23)).toEqual({ index: 23, point: 5, replication: 3, values: [3, 1] });
    expect(countRuns({ variations: [], replications: 7 })).toBe(7);
  });

  it('cuts into slices that hold every run once', () => {
    const slices = [0, 1, 2, 3, 4].map((index) => getSliceRuns(experiment, { index, count: 5 }));
    expect(slices.flat().sort((a, b) => a - b)).toEqual(getSliceRuns(experiment));
    expect(Math.max(...slices.map((slice) => slice.length))).toBe(5);
  });

  it('gives replications seeds of their own that follow from the base seed', () => {
    const seeds = Array.from({ length: 2000 }, (_, replication) => getReplicationSeed(5, replication));
    expect(seeds[0]).toBe(5);
    expect(new Set(seeds).size).toBe(2000);
    expect(seeds.every((seed) => Number.isSafeInteger(seed) && seed >= 0)).toBe(true);
    expect(getReplicationSeed(6, 1)).not.toBe(getReplicationSeed(5, 1));
  });

  it.each([
    [{ replications: 0 }, 'whole number from 1'],
    [{ replications: 1.5 }, 'whole number from 1'],
    [{ replications: 1e9 }, 'at most 1000000 are allowed'],
    [{ variations: [...experiment.variations, ...experiment.variations] }, 'is varied twice'],
  ])('refuses %j', (changes, message) => {
    expect(() => countRuns({ ...experiment, ...changes })).toThrow(message);
  });
});

describe('runs of an experiment', () => {
  const outcomes = getSliceRuns(experiment).map((index) => runPlanned(design, experiment, index));
  const summary = summarizeRuns(experiment, outcomes);

  it('are the runs a simulation of the same values gives', () => {
    const drawn = getDesign({
      nodes: design.nodes.map((node) => ({
        ...node,
        ...(node.id === 'web' && { properties: { shardCount: 2 } }),
      })),
    });
    const { nodes, cost } = simulateDesign(drawn, { durationSeconds: 60, seed: 5 });
    const point = summarizeRuns(
      { ...experiment, replications: 1 },
      [0, 4, 8, 12, 16, 20].map((run, index) => ({ ...runPlanned(design, experiment, run), index })),
    ).points[3];
    expect(point?.values).toEqual([2, 1]);
    expect(point?.nodes.map(({ kpis }) => kpis.arrived.mean)).toEqual(
      nodes.map(({ totals }) => totals.arrived),
    );
    expect(point?.total?.costUsd.mean).toBe(cost.totalUsd);
    expect(point?.total?.arrived.mean).toBe(nodes[0]?.totals.arrived);
  });

  it('give the same summary in any order', () => {
    const shuffled = outcomes.toReversed().sort((a, b) => (a.index % 7) - (b.index % 7));
    expect(JSON.stringify(summarizeRuns(experiment, shuffled))).toBe(JSON.stringify(summary));
    expect(() => summarizeRuns(experiment, outcomes.slice(1))).toThrow('Run 0 of the experiment is missing');
  });

  it('show the limit of one shard, and no throttling with enough of them', () => {
    const throttled = summary.points.map((point) => point.total?.throttled.mean ?? -1);
    expect(summary.points[1]?.values).toEqual([1, 1]);
    expect(throttled[1]).toBeGreaterThan(0);
    expect(throttled[0]).toBe(0);
    expect(throttled[5]).toBe(0);
    // Replications draw different counts around 1,500 × 60.
    const arrived = summary.points[5]?.total?.arrived;
    expect(arrived?.min).toBeLessThan(arrived?.max ?? 0);
    expect(Math.abs((arrived?.mean ?? 0) - 90_000)).toBeLessThan(4 * 300);
  });

  it('take the place of an override of the scenario', () => {
    const overridden = getDesign({
      scenarios: [
        {
          id: 's',
          name: 'Large',
          durationSeconds: 60,
          seed: 1,
          loadFactor: 2,
          overrides: [{ node: 'web', properties: { shardCount: 9 } }],
        },
      ],
    });
    const variations = [
      parseVariation(overridden, 'web.shardCount=1,9'),
      parseVariation(overridden, 'load=0.5'),
    ];
    const runs = [0, 1].map((index) => runPlanned(overridden, { variations, replications: 1 }, index));
    const [small, large] = runs.map((run) => ('kpis' in run ? run.kpis.total : undefined));
    expect(small?.throttled).toBeGreaterThan(0);
    expect(large?.throttled).toBe(0);
    // The scenario's own factor of 2 and the sweep's 0.5.
    expect(Math.abs((large?.arrived ?? 0) - 90_000)).toBeLessThan(4 * 300);
  });

  it('say why a run has no figures instead of ending the others', () => {
    const broken = getDesign({ workloads: [{ ...design.workloads[0], recordSizeBytes: 200 }] });
    const variations = [parseVariation(broken, 'load=1,1e300')];
    const plan = { variations, replications: 1, durationSeconds: 10 };
    const summary = summarizeRuns(
      plan,
      [0, 1].map((index) => runPlanned(broken, plan, index)),
    );
    expect(summary.failed).toBe(1);
    expect(summary.points[0]?.failures).toEqual([]);
    expect(summary.points[1]?.failures[0]).toMatch(/\w/);
    expect(summary.points[1]?.total).toBeUndefined();
  });
});
