import { describe, expect, it } from 'vitest';
import { addNode } from '../../../../shared/graph/edits/add-node.ts';
import { connect } from '../../../../shared/graph/edits/connect.ts';
import { reconnect } from '../../../../shared/graph/edits/reconnect.ts';
import { removeNodeAndHeal } from '../../../../shared/graph/edits/heal-edges.ts';
import { setEdgeKind } from '../../../../shared/graph/edits/set-edge-kind.ts';
import { spliceNode } from '../../../../shared/graph/edits/splice-node.ts';
import { makeDesign } from './make-design.ts';

describe('addNode', () => {
  it('names nodes after their service and counts on when the name is taken', () => {
    const design = makeDesign('kds');
    expect(addNode(design, { service: 'kds' })).toBe('kds-2');
    expect(addNode(design, { service: 'kds' })).toBe('kds-3');
    expect(addNode(design, { service: 's3', position: { x: 8, y: 16 } })).toBe('s3');
    expect(design.nodes.at(-1)).toEqual({
      id: 's3',
      service: 's3',
      position: { x: 8, y: 16 },
      properties: {},
    });
  });

  it('avoids ids of edges and workloads, too', () => {
    const design = makeDesign('kds>s3');
    design.workloads.push({
      id: 'lambda',
      node: 'kds',
      arrivals: { pattern: 'constant', ratePerSecond: 1 },
      recordSizeBytes: 1,
      keyCount: 1,
      keys: { kind: 'uniform' },
    });
    expect(addNode(design, { service: 'lambda' })).toBe('lambda-2');
  });
});

describe('connect', () => {
  it('makes an edge with a readable id', () => {
    const design = makeDesign('kds', 's3');
    expect(connect(design, { source: 'kds', target: 's3' })).toBe('kds-to-s3');
    expect(design.edges).toEqual([{ id: 'kds-to-s3', source: 'kds', target: 's3', properties: {} }]);
  });

  it('returns the edge that is there instead of a second one, but tells ports apart', () => {
    const design = makeDesign('kds>s3');
    expect(connect(design, { source: 'kds', target: 's3' })).toBe('kds-to-s3');
    expect(design.edges).toHaveLength(1);
    expect(connect(design, { source: 'kds', target: 's3', targetPort: 'configuration' })).toBe('kds-to-s3-2');
  });
});

describe('reconnect', () => {
  it('drops what belongs to the old pair and keeps the notes', () => {
    const design = makeDesign('kds>s3', 'lambda');
    Object.assign(design.edges[0] ?? {}, { properties: { fanOut: 'enhanced' }, kind: 'data', notes: 'why' });
    reconnect(design, { edge: 'kds-to-s3', source: 'kds', target: 'lambda' });
    expect(design.edges[0]).toEqual({
      id: 'kds-to-s3',
      source: 'kds',
      target: 'lambda',
      properties: {},
      notes: 'why',
    });
  });

  it('keeps properties when only a port changes', () => {
    const design = makeDesign('kds>s3');
    Object.assign(design.edges[0] ?? {}, { properties: { share: 0.5 }, sourcePort: 'out' });
    reconnect(design, { edge: 'kds-to-s3', source: 'kds', target: 's3', targetPort: 'configuration' });
    expect(design.edges[0]?.properties).toEqual({ share: 0.5 });
    expect(design.edges[0]).not.toHaveProperty('sourcePort');
    expect(design.edges[0]?.targetPort).toBe('configuration');
  });

  it('does nothing for an edge that is not there', () => {
    const design = makeDesign('kds>s3');
    const before = structuredClone(design);
    reconnect(design, { edge: 'gone', source: 's3', target: 'kds' });
    expect(design).toEqual(before);
  });
});

describe('setEdgeKind', () => {
  it('sets a kind and goes back to the one of the book', () => {
    const design = makeDesign('kds>s3');
    setEdgeKind(design, { edge: 'kds-to-s3', kind: 'control' });
    expect(design.edges[0]?.kind).toBe('control');
    setEdgeKind(design, { edge: 'kds-to-s3', kind: undefined });
    expect(design.edges[0]).not.toHaveProperty('kind');
  });
});

describe('spliceNode', () => {
  it('puts a node into an edge and keeps the outer ports', () => {
    const design = makeDesign('kds>s3', 'lambda');
    Object.assign(design.edges[0] ?? {}, { sourcePort: 'a', targetPort: 'b' });
    expect(spliceNode(design, { edge: 'kds-to-s3', node: 'lambda' })).toEqual([
      'kds-to-lambda',
      'lambda-to-s3',
    ]);
    expect(
      design.edges.map(({ source, target, sourcePort, targetPort }) => [
        source,
        target,
        sourcePort,
        targetPort,
      ]),
    ).toEqual([
      ['kds', 'lambda', 'a', undefined],
      ['lambda', 's3', undefined, 'b'],
    ]);
  });

  it('refuses a node that is already an end of the edge', () => {
    const design = makeDesign('kds>s3');
    expect(spliceNode(design, { edge: 'kds-to-s3', node: 's3' })).toEqual([]);
    expect(design.edges).toHaveLength(1);
  });
});

describe('removeNodeAndHeal', () => {
  it('joins the neighbours that may be joined', () => {
    const design = makeDesign('a>x', 'b>x', 'x>c');
    const added = removeNodeAndHeal(design, { node: 'x', isAllowed: (source) => source === 'a' });
    expect(added).toEqual(['a-to-c']);
    expect(design.nodes.map((node) => node.id)).toEqual(['a', 'b', 'c']);
    expect(design.edges.map((edge) => edge.id)).toEqual(['a-to-c']);
  });

  it('makes no second edge between nodes that are connected', () => {
    const design = makeDesign('a>x', 'x>c', 'a>c');
    expect(removeNodeAndHeal(design, { node: 'x', isAllowed: () => true })).toEqual([]);
    expect(design.edges.map((edge) => edge.id)).toEqual(['a-to-c']);
  });
});
