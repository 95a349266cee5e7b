import { describe, expect, it } from 'vitest';
import type { Design } from '../../../shared/graph/design.ts';
import { applySizing } from '../../../shared/graph/edits/apply-sizing.ts';
import { replaceService } from '../../../shared/graph/edits/replace-service.ts';
import { setProperty } from '../../../shared/graph/edits/set-property.ts';
import { parseDesign } from '../../../shared/graph/parse-design.ts';
import { serializeDesign } from '../../../shared/graph/serialize-design.ts';
import { exportDesign } from '../../../shared/iac/export.ts';
import { services } from '../../../shared/services/registry.ts';
import { adviseSizes } from '../../../shared/simulator/model/sizing-advice.ts';
import { simulateDesign } from '../../../shared/simulator/simulate.ts';
import { sizeDesign } from '../../../shared/simulator/size-design.ts';

/** A stream that is too narrow, and workers behind it that are too few. */
function getDesign(ratePerSecond = 7000): Design {
  const parsed = parseDesign({
    nodes: [
      { id: 'shop', service: 'producer-sdk' },
      { id: 'in', service: 'kds', name: 'Clicks' },
      { id: 'workers', service: 'ecs-fargate' },
    ],
    edges: [
      { source: 'shop', target: 'in' },
      { source: 'in', target: 'workers' },
    ],
    workloads: [
      { id: 'load', node: 'shop', arrivals: { pattern: 'constant', ratePerSecond }, recordSizeBytes: 500 },
    ],
    scenarios: [{ id: 'rush', name: 'Black Friday', durationSeconds: 600, seed: 7 }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.design;
}

const find = (design: Design, id: string) => design.nodes.find((node) => node.id === id);

describe('sizing a design', () => {
  it('gives a stream the shards of the formula, not one more for a step that fell into the peak', () => {
    const { advice } = sizeDesign(getDesign(2000));
    expect(advice.find(({ node }) => node === 'in')?.formula).toMatch(/2000 records\/s ÷ 1000.*→ 2/);
  });

  it('gives a stream more where the busiest shard would get more than it takes', () => {
    const { advice } = sizeDesign(getDesign());
    expect(advice.find(({ node }) => node === 'in')?.formula).toContain('→ 7; the busiest of 7 gets more');
    expect(advice.find(({ node }) => node === 'in')).toMatchObject({
      property: 'shardCount',
      current: 1,
      value: 8,
      demand: '7,000 records/s at the peak',
    });
  });

  it('sees what a narrow place hid from the places behind it', () => {
    const design = getDesign();
    const first = adviseSizes(design, simulateDesign(design)).find(({ node }) => node === 'workers');
    const settled = sizeDesign(design).advice.find(({ node }) => node === 'workers');
    expect(settled?.value ?? 0).toBeGreaterThan(3 * (first?.value ?? Number.POSITIVE_INFINITY));
    expect(settled?.current).toBe(1);
  });

  it('leaves nothing throttled and a fifth of room where it chose the size', () => {
    const { result } = sizeDesign(getDesign());
    const workers = result.nodes.find(({ id }) => id === 'workers');
    expect(workers?.meanUtilization).toBeLessThanOrEqual(0.81);
    expect(result.nodes.find(({ id }) => id === 'in')?.totals.throttled).toBe(0);
  });

  it('says where less would do and leaves it as it is: instances may be there to survive a failure', () => {
    const design = getDesign(100);
    design.nodes[2]!.properties['desiredCount'] = 10;
    const sized = sizeDesign(design);
    expect(sized.advice.find(({ node }) => node === 'workers')).toMatchObject({ current: 10, value: 2 });
    expect(find(sized.design, 'workers')).toEqual(find(design, 'workers'));
  });

  it('leaves the design it was given as it is', () => {
    const design = getDesign();
    const before = structuredClone(design);
    sizeDesign(design);
    expect(design).toEqual(before);
  });

  it('says nothing of nodes that nothing reaches', () => {
    const design = getDesign();
    design.nodes.push({ id: 'idle', service: 'ecs-fargate', properties: {} });
    expect(sizeDesign(design).advice.map(({ node }) => node)).toEqual(['in', 'workers']);
  });
});

describe('what a value was set for', () => {
  const { design } = sizeDesign(getDesign());
  const sentence = 'Shards 8: sized for 7,000 records/s at the peak, scenario “Black Friday”, seed 7.';
  const getText = (drawn: Design, target: 'cdk' | 'terraform' | 'cloudformation'): string =>
    exportDesign(drawn, target)
      .files.map(({ text }) => text)
      .join('\n');

  it.each(['cdk', 'terraform', 'cloudformation'] as const)('is a comment of the export: %s', (target) => {
    expect(getText(design, target)).toContain(`${target === 'cdk' ? '//' : '#'} ${sentence}\n`);
  });

  it('is kept in the file', () => {
    const parsed = parseDesign(JSON.parse(serializeDesign(design)));
    expect(parsed.ok && find(parsed.design, 'in')?.sizing).toEqual({
      shardCount: { value: 8, demand: '7,000 records/s at the peak', scenario: 'Black Friday', seed: 7 },
    });
  });

  it('is refused when it is something else', () => {
    const file = { nodes: [{ id: 'in', service: 'kds', sizing: { shardCount: { value: 'many' } } }] };
    expect(parseDesign(file).ok).toBe(false);
  });

  it('is gone when the value is changed by hand, and comes back with the advice', () => {
    const changed = structuredClone(design);
    const owners = [{ kind: 'node', id: 'in' } as const];
    setProperty(changed, { owners, property: 'shardCount', value: 9 });
    expect(find(changed, 'in')?.sizing).toBeUndefined();
    expect(find(changed, 'workers')?.sizing).toBeDefined();
    const record = { value: 8, demand: '7,000 records/s at the peak', scenario: 'Black Friday', seed: 7 };
    applySizing(changed, { node: 'in', property: 'shardCount', ...record });
    expect(find(changed, 'in')).toEqual(find(design, 'in'));
  });

  it('is not printed when the value in the file is another one', () => {
    const changed = structuredClone(design);
    find(changed, 'in')!.properties['shardCount'] = 9;
    expect(getText(changed, 'terraform')).not.toContain('Shards 8');
  });

  it('goes with the service it was for', () => {
    const changed = structuredClone(design);
    replaceService(changed, { node: 'in', service: 'sqs', sharedProperties: [] });
    expect(find(changed, 'in')?.sizing).toBeUndefined();
  });
});

it.each(services.flatMap(({ id, simulation }) => (simulation.scaledBy === undefined ? [] : [[id] as const])))(
  '%s has the number property that it is scaled by',
  (id) => {
    const service = services.find((candidate) => candidate.id === id);
    const property = service?.properties.find(({ name }) => name === service.simulation.scaledBy);
    expect(property?.type).toBe('number');
  },
);
