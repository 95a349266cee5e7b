import ELK from 'elkjs/lib/elk.bundled.js';
import { describe, expect, it } from 'vitest';
import { createDesign } from '../../../shared/graph/create-design.ts';
import type { Design } from '../../../shared/graph/design.ts';
import {
  buildLayoutGraph,
  keepPlaced,
  layoutNodeSize,
  needsLayout,
  readLayout,
} from '../../../shared/graph/layout.ts';

function buildChain(ids: readonly string[]): Design {
  const design = createDesign('test');
  design.nodes = ids.map((id) => ({ id, service: 'kds', properties: {} }));
  design.edges = ids.slice(1).map((id, index) => ({
    id: `e${index}`,
    source: ids[index] ?? '',
    target: id,
    properties: {},
  }));
  return design;
}

async function layout(design: Design) {
  const graph = await new ELK().layout(buildLayoutGraph(design));
  return readLayout(design, graph);
}

describe('layout', () => {
  it('lets data flow to the right without overlaps, on the grid', async () => {
    const design = buildChain(['a', 'b', 'c']);
    design.nodes.push({ id: 'd', service: 's3', properties: {} });
    design.edges.push({ id: 'branch', source: 'a', target: 'd', properties: {} });
    const { nodes } = await layout(design);
    const at = (id: string) => nodes.get(id) ?? { x: Number.NaN, y: Number.NaN };
    expect(at('b').x).toBeGreaterThan(at('a').x + layoutNodeSize.width);
    expect(at('c').x).toBeGreaterThan(at('b').x + layoutNodeSize.width);
    expect(at('d').x).toBe(at('b').x);
    expect(Math.abs(at('d').y - at('b').y)).toBeGreaterThan(layoutNodeSize.height);
    for (const { x, y } of nodes.values()) expect([x % 8, y % 8]).toEqual([0, 0]);
  });

  it('gives the same places every time', async () => {
    const design = buildChain(['a', 'b', 'c', 'd']);
    expect(await layout(design)).toEqual(await layout(design));
  });

  it('puts nodes inside their containers, nested ones too, in absolute places', async () => {
    const design = buildChain(['a', 'b', 'c']);
    design.containers = [
      { id: 'region', kind: 'region', name: 'Region', properties: {} },
      { id: 'vpc', kind: 'vpc', name: 'VPC', parent: 'region', properties: {} },
    ];
    for (const id of ['b', 'c'])
      Object.assign(design.nodes.find((node) => node.id === id) ?? {}, { container: 'vpc' });
    const { nodes, containers } = await layout(design);
    const isInside = (id: string, container: string): boolean => {
      const point = nodes.get(id);
      const box = containers.get(container);
      return (
        point !== undefined &&
        box !== undefined &&
        point.x >= box.position.x &&
        point.y >= box.position.y &&
        point.x + layoutNodeSize.width <= box.position.x + box.size.width &&
        point.y + layoutNodeSize.height <= box.position.y + box.size.height
      );
    };
    expect(isInside('b', 'vpc')).toBe(true);
    expect(isInside('c', 'region')).toBe(true);
    expect(isInside('a', 'region')).toBe(false);
  });

  it('survives dangling edges, unknown containers and containers that hold each other', async () => {
    const design = buildChain(['a', 'b']);
    design.edges.push({ id: 'lost', source: 'a', target: 'nowhere', properties: {} });
    design.edges.push({ id: 'self', source: 'a', target: 'a', properties: {} });
    Object.assign(design.nodes[0] ?? {}, { container: 'nowhere' });
    design.containers = [
      { id: 'x', kind: 'group', name: 'X', parent: 'y', properties: {} },
      { id: 'y', kind: 'group', name: 'Y', parent: 'x', properties: {} },
    ];
    const { nodes, containers } = await layout(design);
    expect([...nodes.keys()].sort()).toEqual(['a', 'b']);
    expect([...containers.keys()].sort()).toEqual(['x', 'y']);
  });

  it('keeps what has a place and fits the rest in without overlaps', async () => {
    const design = buildChain(['a', 'b', 'c']);
    Object.assign(design.nodes[0] ?? {}, { position: { x: 800, y: 400 } });
    expect(needsLayout(design)).toBe(true);
    const { nodes } = keepPlaced(design, await layout(design));
    expect(nodes.has('a')).toBe(false);
    expect(nodes.get('b')?.x).toBeGreaterThan(800 + layoutNodeSize.width);
    expect(nodes.get('b')?.y).toBe(400);
    const crowded = buildChain(['a', 'b']);
    Object.assign(crowded.nodes[0] ?? {}, { position: { x: 0, y: 0 } });
    const wanted = {
      nodes: new Map([
        ['a', { x: 0, y: 0 }],
        ['b', { x: 8, y: 8 }],
      ]),
      containers: new Map(),
    };
    expect(keepPlaced(crowded, wanted).nodes.get('b')).toEqual({ x: 8, y: 120 });
  });
});
