import { describe, expect, it } from 'vitest';
import { findGuides } from '../../../renderer/canvas/find-guides.ts';
import { useFlowItems } from '../../../renderer/canvas/flow-items-store.ts';
import { openDesign } from '../render-app-part.tsx';

const findFor = (id: string, places: Record<string, [number, number]>) => {
  openDesign({
    nodes: Object.entries(places).map(([name, [x, y]]) => ({
      id: name,
      service: 's3',
      position: { x, y },
      properties: {},
    })),
  });
  const { nodes } = useFlowItems.getState();
  const node = nodes.find((candidate) => candidate.id === id);
  return node ? findGuides(node, nodes) : [];
};

describe('findGuides', () => {
  it('draws a line through the middles of a row', () => {
    expect(findFor('b', { a: [0, 0], b: [400, 0] })).toEqual([{ axis: 'y', at: 36, from: -12, to: 628 }]);
  });

  it('draws one per axis', () => {
    const guides = findFor('b', { a: [0, 0], b: [400, 0], c: [400, 300] });
    expect(guides.map((guide) => guide.axis)).toEqual(['x', 'y']);
  });

  it('draws none when nothing is in line', () => {
    expect(findFor('b', { a: [0, 0], b: [408, 16] })).toEqual([]);
  });
});
