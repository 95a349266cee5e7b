import { describe, expect, it } from 'vitest';
import { addContainer } from '../../../../shared/graph/edits/add-container.ts';
import { addAnnotation } from '../../../../shared/graph/edits/annotate.ts';
import { copyItems } from '../../../../shared/graph/edits/copy-items.ts';
import { pasteItems } from '../../../../shared/graph/edits/paste-items.ts';
import { addWorkload } from '../../../../shared/graph/edits/set-workload.ts';
import { createDesign } from '../../../../shared/graph/create-design.ts';
import { parseDesign } from '../../../../shared/graph/parse-design.ts';
import { serializeDesign } from '../../../../shared/graph/serialize-design.ts';
import { makeDesign } from './make-design.ts';

describe('copyItems', () => {
  it('takes edges between the copied nodes and their workloads, nothing else', () => {
    const design = makeDesign('a>b', 'b>c');
    addWorkload(design, { node: 'a' });
    addWorkload(design, { node: 'c' });
    const fragment = copyItems(design, { nodes: ['a', 'b'] });
    expect(fragment.nodes.map((node) => node.id)).toEqual(['a', 'b']);
    expect(fragment.edges.map((edge) => edge.id)).toEqual(['a-to-b']);
    expect(fragment.workloads.map((workload) => workload.node)).toEqual(['a']);
  });

  it('forgets containers that are not copied', () => {
    const design = makeDesign('a');
    addContainer(design, {
      kind: 'vpc',
      name: 'V',
      position: { x: 0, y: 0 },
      size: { width: 1, height: 1 },
      nodes: ['a'],
    });
    expect(copyItems(design, { nodes: ['a'] }).nodes[0]).not.toHaveProperty('container');
    expect(copyItems(design, { nodes: ['a'], containers: ['vpc'] }).nodes[0]?.container).toBe('vpc');
    // The document itself is untouched.
    expect(design.nodes[0]?.container).toBe('vpc');
  });
});

describe('pasteItems', () => {
  it('gives new ids, moves everything, and keeps the references inside', () => {
    const design = makeDesign('kds>s3');
    const box = addContainer(design, {
      kind: 'vpc',
      name: 'V',
      position: { x: 0, y: 0 },
      size: { width: 9, height: 9 },
      nodes: ['kds', 's3'],
    });
    addWorkload(design, { node: 'kds' });
    addAnnotation(design, { text: 'Why', position: { x: 1, y: 2 } });
    const fragment = copyItems(design, { nodes: ['kds', 's3'], containers: [box], annotations: ['note'] });
    const added = pasteItems(design, { fragment, offset: { x: 32, y: 16 } });
    expect(added).toEqual({
      nodes: ['kds-2', 's3-2'],
      edges: ['kds-2-to-s3-2'],
      containers: ['vpc-2'],
      annotations: ['note-2'],
    });
    expect(design.nodes[2]).toMatchObject({ id: 'kds-2', container: 'vpc-2', position: { x: 32, y: 16 } });
    expect(design.edges[1]).toMatchObject({ source: 'kds-2', target: 's3-2' });
    expect(design.workloads[1]?.node).toBe('kds-2');
    expect(design.annotations[1]?.position).toEqual({ x: 33, y: 18 });
  });

  it('counts on from numbered ids instead of piling numbers up', () => {
    const design = makeDesign('kds');
    pasteItems(design, { fragment: copyItems(design, { nodes: ['kds'] }), offset: { x: 0, y: 0 } });
    pasteItems(design, { fragment: copyItems(design, { nodes: ['kds-2'] }), offset: { x: 0, y: 0 } });
    expect(design.nodes.map((node) => node.id)).toEqual(['kds', 'kds-2', 'kds-3']);
  });

  it('carries over to another document as text', () => {
    const source = makeDesign('kds>s3');
    Object.assign(source.nodes[0] ?? {}, { properties: { shardCount: 4 }, name: 'Clicks' });
    const text = serializeDesign(copyItems(source, { nodes: ['kds', 's3'] }));
    const parsed = parseDesign(JSON.parse(text));
    if (!parsed.ok) throw new Error('The clipboard text is no design.');
    const target = createDesign('Other');
    pasteItems(target, { fragment: parsed.design, offset: { x: 0, y: 0 } });
    expect(target.nodes[0]).toMatchObject({ name: 'Clicks', properties: { shardCount: 4 } });
    expect(target.edges).toHaveLength(1);
  });
});
