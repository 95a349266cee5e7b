import { describe, expect, it } from 'vitest';
import type { Container } from '../../../../shared/graph/design.ts';
import { removeItems } from '../../../../shared/graph/edits/remove-items.ts';
import { addScenario } from '../../../../shared/graph/edits/set-scenario.ts';
import { addWorkload } from '../../../../shared/graph/edits/set-workload.ts';
import { suppressFinding } from '../../../../shared/graph/edits/suppress-finding.ts';
import { makeDesign } from './make-design.ts';

const container = (id: string, parent?: string): Container => ({
  id,
  kind: 'vpc',
  name: id,
  ...(parent === undefined ? {} : { parent }),
  properties: {},
});

describe('removeItems', () => {
  it('takes edges, workloads, scenario entries and suppressions of a node along', () => {
    const design = makeDesign('a>b', 'b>c');
    addWorkload(design, { node: 'b' });
    addScenario(design, {
      name: 'Outage',
      durationSeconds: 60,
      seed: 1,
      overrides: [
        { node: 'b', properties: { x: 1 } },
        { node: 'a', properties: {} },
      ],
      outages: [{ node: 'b', fromSeconds: 0, toSeconds: 1, capacityFactor: 0 }],
    });
    suppressFinding(design, { rule: 'r', target: 'b', reason: 'known' });
    suppressFinding(design, { rule: 'r', target: 'a-to-b', reason: 'known' });
    suppressFinding(design, { rule: 'r', target: 'c', reason: 'known' });
    removeItems(design, { nodes: ['b'] });
    expect(design.nodes.map((node) => node.id)).toEqual(['a', 'c']);
    expect(design.edges).toEqual([]);
    expect(design.workloads).toEqual([]);
    expect(design.scenarios[0]?.overrides).toEqual([{ node: 'a', properties: {} }]);
    expect(design.scenarios[0]?.outages).toEqual([]);
    expect(design.suppressions.map((item) => item.target)).toEqual(['c']);
  });

  it('leaves the ends of a removed edge alone', () => {
    const design = makeDesign('a>b');
    removeItems(design, { edges: ['a-to-b'] });
    expect(design.nodes).toHaveLength(2);
    expect(design.edges).toEqual([]);
  });

  it('moves the contents of removed containers to the nearest one that stays', () => {
    const design = makeDesign('a', 'b');
    design.containers = [container('outer'), container('middle', 'outer'), container('inner', 'middle')];
    Object.assign(design.nodes[0] ?? {}, { container: 'inner' });
    Object.assign(design.nodes[1] ?? {}, { container: 'outer' });
    removeItems(design, { containers: ['middle', 'inner'] });
    expect(design.nodes[0]?.container).toBe('outer');
    removeItems(design, { containers: ['outer'] });
    expect(design.nodes[0]).not.toHaveProperty('container');
    expect(design.nodes[1]).not.toHaveProperty('container');
  });

  it('ends on containers that hold each other', () => {
    const design = makeDesign('a');
    design.containers = [container('x', 'y'), container('y', 'x')];
    Object.assign(design.nodes[0] ?? {}, { container: 'x' });
    removeItems(design, { containers: ['x', 'y'] });
    expect(design.nodes[0]).not.toHaveProperty('container');
  });
});
