import { describe, expect, it } from 'vitest';
import { addContainer } from '../../../shared/graph/edits/add-container.ts';
import { collectIds, createEdgeId, createId } from '../../../shared/graph/ids.ts';
import {
  getContainedNodes,
  getDownstream,
  getFlowOrder,
  getInnerContainers,
  getUpstream,
} from '../../../shared/graph/queries.ts';
import { makeDesign } from './edits/make-design.ts';

describe('ids', () => {
  it('count on until one is free', () => {
    const taken = new Set(['kds', 'kds-2', 'kds-to-s3']);
    expect(createId('kds', taken)).toBe('kds-3');
    expect(createId('s3', taken)).toBe('s3');
    expect(createEdgeId('kds', 's3', taken)).toBe('kds-to-s3-2');
  });

  it('are collected from every list of the document', () => {
    const design = makeDesign('a>b');
    addContainer(design, { kind: 'vpc', name: 'V', position: { x: 0, y: 0 }, size: { width: 1, height: 1 } });
    expect([...collectIds(design)].sort()).toEqual(['a', 'a-to-b', 'b', 'vpc']);
  });
});

describe('getFlowOrder', () => {
  it('puts sources before what they feed, whatever the document says', () => {
    expect(getFlowOrder(makeDesign('c>d', 'b>c', 'a>b'))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('names every node once when edges run in a circle', () => {
    const order = getFlowOrder(makeDesign('a>b', 'b>c', 'c>b', 'c>d'));
    expect(order[0]).toBe('a');
    expect([...order].sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('bears edges that end nowhere', () => {
    const design = makeDesign('a>b');
    design.edges.push({ id: 'x', source: 'a', target: 'gone', properties: {} });
    expect(getFlowOrder(design)).toEqual(['a', 'b']);
  });
});

describe('upstream and downstream', () => {
  const design = makeDesign('a>b', 'b>c', 'x>c', 'c>d');

  it('follow the edges to the end', () => {
    expect([...getDownstream(design, 'b')].sort()).toEqual(['c', 'd']);
    expect([...getUpstream(design, 'c')].sort()).toEqual(['a', 'b', 'x']);
  });

  it('hold the node itself only in a circle', () => {
    expect(getDownstream(design, 'a').has('a')).toBe(false);
    expect(getDownstream(makeDesign('a>b', 'b>a'), 'a').has('a')).toBe(true);
  });
});

describe('containers', () => {
  it('find their contents at any depth and bear circles', () => {
    const design = makeDesign('a', 'b');
    const size = { width: 1, height: 1 };
    const position = { x: 0, y: 0 };
    addContainer(design, { kind: 'vpc', name: 'V', position, size, nodes: ['a'] });
    addContainer(design, { kind: 'subnet', name: 'S', position, size, parent: 'vpc', nodes: ['b'] });
    expect(getInnerContainers(design, 'vpc').map((item) => item.id)).toEqual(['subnet']);
    expect(getContainedNodes(design, 'vpc').map((node) => node.id)).toEqual(['a', 'b']);
    Object.assign(design.containers[0] ?? {}, { parent: 'subnet' });
    expect(getInnerContainers(design, 'vpc').map((item) => item.id)).toEqual(['subnet']);
  });
});
