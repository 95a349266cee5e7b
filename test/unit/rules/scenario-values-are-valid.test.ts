import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../shared/graph/design.ts';
import { checkDesign } from '../../../shared/rules/engine.ts';
import { scenarioValuesAreValid } from '../../../shared/rules/structure/scenario-values-are-valid.ts';
import { simulateDesign } from '../../../shared/simulator/simulate.ts';
import { drawDesign } from './draw-design.ts';
import { testRule } from './rule-cases.ts';

const nodes = { clicks: 'kds' };

const hour = (parts: Partial<Scenario>): Scenario[] => [
  { id: 'hour', name: 'An hour', durationSeconds: 3600, seed: 1, ...parts },
];
const outage = (fromSeconds: number, toSeconds: number, node = 'clicks') =>
  hour({ outages: [{ node, fromSeconds, toSeconds, capacityFactor: 0 }] });
const change = (properties: Record<string, string | number>, node = 'clicks') =>
  hour({ overrides: [{ node, properties }] });

testRule(scenarioValuesAreValid, {
  accepts: {
    'a scenario without parts': { nodes, scenarios: hour({}) },
    'an outage inside the run': { nodes, scenarios: outage(0, 600) },
    'an outage that outlasts the run': { nodes, scenarios: outage(3599, 7200) },
    'an allowed value of a known property': { nodes, scenarios: change({ shardCount: 8 }) },
    'changes of a node that is gone, which is another finding': { nodes, scenarios: change({ a: 1 }, 'z') },
    'changes of an unknown service, which is another finding': {
      nodes: { clicks: 'no-such-service' },
      scenarios: change({ a: 1 }),
    },
  },
  rejects: [
    {
      because: 'an outage that ends before it starts',
      design: { nodes, scenarios: outage(28_800, 600) },
      target: 'hour',
      property: 'outages.0',
      message: ['An hour', '“clicks” ends at 10 min, before it starts at 480 min', 'Set the end after'],
      severity: 'error',
      repairs: ['swap-times'],
    },
    {
      because: 'an outage that ends when it starts',
      design: { nodes, scenarios: outage(90, 90) },
      target: 'hour',
      message: ['ends at 90 s, when it starts'],
      severity: 'error',
    },
    {
      because: 'an outage after the end of the run',
      design: { nodes, scenarios: outage(3600, 7200) },
      target: 'hour',
      property: 'outages.0',
      message: ['starts at 60 min', 'ends at 60 min', 'never happens'],
      severity: 'warning',
    },
    {
      because: 'a property that the service does not have',
      design: { nodes, scenarios: change({ shards: 8 }) },
      target: 'hour',
      property: 'overrides.clicks.shards',
      message: ['“shards”', 'no such property'],
      severity: 'error',
      repairs: ['drop-change'],
    },
    {
      because: 'a value out of range',
      design: { nodes, scenarios: change({ retentionPeriodHours: 12 }) },
      target: 'hour',
      property: 'overrides.clicks.retentionPeriodHours',
      message: ['Retention is 12', '24 to 8,760'],
      severity: 'error',
      repairs: ['set-nearest', 'drop-change'],
    },
    {
      because: 'a text for a number',
      design: { nodes, scenarios: change({ shardCount: 'many' }) },
      target: 'hour',
      message: ['"many"', 'a number is required'],
      repairs: ['drop-change'],
    },
  ],
});

describe('a run of a scenario that cannot be simulated', () => {
  it('is refused with the words of the finding', () => {
    const design = drawDesign({ nodes, workloads: [{ node: 'clicks' }], scenarios: outage(1200, 600) });
    const finding = checkDesign(design).find(({ rule }) => rule === scenarioValuesAreValid.id);
    const words = finding?.message.replace('An hour: ', '') ?? '';
    expect(words).toContain('before it starts');
    expect(() => simulateDesign(design)).toThrow(words);
  });
});
