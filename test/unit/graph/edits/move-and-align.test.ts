import { describe, expect, it } from 'vitest';
import { alignNodes, distributeNodes } from '../../../../shared/graph/edits/align-items.ts';
import { applyPositions } from '../../../../shared/graph/edits/apply-positions.ts';
import { moveItems, nudgeItems, snapToGrid } from '../../../../shared/graph/edits/move-items.ts';
import { resizeContainer, setContainer } from '../../../../shared/graph/edits/set-container.ts';
import { addContainer } from '../../../../shared/graph/edits/add-container.ts';
import { makeDesign } from './make-design.ts';

const size = { width: 200, height: 100 };

describe('moveItems', () => {
  it('moves what a container holds by the same distance', () => {
    const design = makeDesign('a', 'b', 'c');
    const outer = addContainer(design, { kind: 'vpc', name: 'VPC', position: { x: 0, y: 0 }, size });
    const inner = addContainer(design, {
      kind: 'subnet',
      name: 'Subnet',
      position: { x: 10, y: 10 },
      size,
      parent: outer,
      nodes: ['b'],
    });
    setContainer(design, { nodes: ['a'], into: outer });
    moveItems(design, { containers: new Map([[outer, { x: 100, y: 50 }]]) });
    expect(design.nodes.map((node) => node.position)).toEqual([
      { x: 100, y: 50 },
      { x: 400, y: 50 },
      { x: 600, y: 0 },
    ]);
    expect(design.containers.find((item) => item.id === inner)?.position).toEqual({ x: 110, y: 60 });
  });

  it('moves a node only once when it is dragged with its container', () => {
    const design = makeDesign('a');
    const box = addContainer(design, {
      kind: 'group',
      name: 'G',
      position: { x: 0, y: 0 },
      size,
      nodes: ['a'],
    });
    moveItems(design, {
      containers: new Map([[box, { x: 80, y: 0 }]]),
      nodes: new Map([['a', { x: 80, y: 0 }]]),
    });
    expect(design.nodes[0]?.position).toEqual({ x: 80, y: 0 });
  });
});

describe('nudgeItems', () => {
  it('moves by a distance and leaves what has no place', () => {
    const design = makeDesign('a', 'b');
    delete design.nodes[1]?.position;
    nudgeItems(design, { nodes: ['a', 'b'], containers: [], annotations: [], by: { x: 8, y: -8 } });
    expect(design.nodes[0]?.position).toEqual({ x: 8, y: -8 });
    expect(design.nodes[1]).not.toHaveProperty('position');
  });
});

describe('snapToGrid', () => {
  it.each([
    [
      { x: 3, y: 5 },
      { x: 0, y: 8 },
    ],
    [
      { x: -13, y: -12.1 },
      { x: -16, y: -16 },
    ],
  ])('%o becomes %o', (from, to) => {
    expect(snapToGrid(from)).toEqual(to);
  });
});

describe('containers', () => {
  it('never go into themselves or into what they hold', () => {
    const design = makeDesign('a');
    const outer = addContainer(design, { kind: 'vpc', name: 'V', position: { x: 0, y: 0 }, size });
    const inner = addContainer(design, {
      kind: 'subnet',
      name: 'S',
      position: { x: 0, y: 0 },
      size,
      parent: outer,
    });
    setContainer(design, { nodes: [], containers: [outer], into: inner });
    setContainer(design, { nodes: [], containers: [outer], into: outer });
    expect(design.containers.find((item) => item.id === outer)).not.toHaveProperty('parent');
    setContainer(design, { nodes: [], containers: [inner], into: undefined });
    expect(design.containers.find((item) => item.id === inner)).not.toHaveProperty('parent');
  });

  it('resize without moving their contents', () => {
    const design = makeDesign('a');
    const box = addContainer(design, {
      kind: 'group',
      name: 'G',
      position: { x: 0, y: 0 },
      size,
      nodes: ['a'],
    });
    resizeContainer(design, { id: box, position: { x: -40, y: -40 }, size: { width: 400, height: 300 } });
    expect(design.nodes[0]?.position).toEqual({ x: 0, y: 0 });
    expect(design.containers[0]).toMatchObject({
      position: { x: -40, y: -40 },
      size: { width: 400, height: 300 },
    });
  });
});

describe('align and distribute', () => {
  const boxes = [
    { id: 'a', x: 0, y: 0, ...size },
    { id: 'b', x: 320, y: 96, ...size },
    { id: 'c', x: 1000, y: 48, ...size },
  ];

  it('lines up on the common middle', () => {
    const design = makeDesign('a', 'b', 'c');
    alignNodes(design, { boxes, alignment: 'middle' });
    expect(design.nodes.map((node) => node.position?.y)).toEqual([48, 48, 48]);
    alignNodes(design, { boxes, alignment: 'left' });
    expect(design.nodes.map((node) => node.position?.x)).toEqual([0, 0, 0]);
  });

  it('gives equal gaps and leaves the outermost where they are', () => {
    const design = makeDesign('a', 'b', 'c');
    distributeNodes(design, { boxes, axis: 'horizontal' });
    expect(design.nodes.map((node) => node.position?.x)).toEqual([0, 504, 1000]);
  });

  it('needs two to align and three to distribute', () => {
    const design = makeDesign('a', 'b');
    const before = structuredClone(design);
    alignNodes(design, { boxes: boxes.slice(0, 1), alignment: 'right' });
    distributeNodes(design, { boxes: boxes.slice(0, 2), axis: 'vertical' });
    expect(design).toEqual(before);
  });
});

describe('applyPositions', () => {
  it('takes what the layout names and leaves the rest', () => {
    const design = makeDesign('a', 'b');
    applyPositions(design, { nodes: new Map([['b', { x: 8, y: 8 }]]), containers: new Map() });
    expect(design.nodes.map((node) => node.position)).toEqual([
      { x: 0, y: 0 },
      { x: 8, y: 8 },
    ]);
  });
});
