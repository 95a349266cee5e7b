import { afterEach, describe, expect, it } from 'vitest';
import { addContainer } from '../../../shared/graph/edits/add-container.ts';
import {
  addService,
  canSplice,
  connectNodes,
  deleteAndHeal,
  insertChain,
  selectAlong,
} from '../../../renderer/canvas/canvas-actions.ts';
import {
  beginConnection,
  endConnection,
  getCandidate,
  useConnection,
} from '../../../renderer/canvas/connection-store.ts';
import { finishDrag } from '../../../renderer/canvas/drag-end.ts';
import { useFlowItems } from '../../../renderer/canvas/flow-items-store.ts';
import { isValidConnection } from '../../../renderer/canvas/use-connecting.ts';
import { edit, getDesign, undo, useDesign } from '../../../renderer/state/design-store.ts';
import { select, useSelection } from '../../../renderer/state/selection-store.ts';
import { openDesign } from '../render-app-part.tsx';

function openPipeline(): void {
  openDesign({
    nodes: [
      { id: 'stream', service: 'kds', position: { x: 0, y: 0 }, properties: {} },
      { id: 'loader', service: 'firehose', position: { x: 304, y: 0 }, properties: {} },
      { id: 'warehouse', service: 'redshift', position: { x: 608, y: 0 }, properties: {} },
    ],
    edges: [{ id: 'stream-to-loader', source: 'stream', target: 'loader', properties: {} }],
  });
}

const edges = (): string[] => getDesign().edges.map((edge) => `${edge.source}>${edge.target}`);
const flowNode = (id: string) => {
  const node = useFlowItems.getState().nodes.find((candidate) => candidate.id === id);
  if (!node) throw new Error(`${id} is not on the canvas.`);
  return node;
};

describe('connecting', () => {
  afterEach(endConnection);

  it('tells legal from refused ends, with the reason', () => {
    openPipeline();
    beginConnection(getDesign(), { node: 'loader', direction: 'out' });
    const candidate = useConnection.getState().candidates.get('warehouse');
    expect(candidate?.isAccepted).toBe(false);
    expect(candidate?.verdict.reason).toMatch(/S3/);
    expect(useConnection.getState().candidates.has('loader')).toBe(false);
    expect(getCandidate(getDesign(), { node: 'loader', direction: 'in' }, 'stream')?.isAccepted).toBe(true);
    expect(isValidConnection({ source: 'loader', target: 'warehouse' })).toBe(false);
    expect(isValidConnection({ source: 'stream', target: 'loader' })).toBe(true);
  });

  it('inserts the staging bucket as one step that makes room, and takes it back', () => {
    openPipeline();
    const before = getDesign();
    insertChain('loader', 'warehouse', ['s3']);
    expect(edges()).toContain('loader>s3');
    expect(edges()).toContain('s3>warehouse');
    const [bucket, warehouse] = ['s3', 'warehouse'].map((id) =>
      getDesign().nodes.find((node) => node.id === id),
    );
    expect((warehouse?.position?.x ?? 0) - (bucket?.position?.x ?? 0)).toBeGreaterThanOrEqual(216 + 80);
    expect([...useSelection.getState().keys]).toContain('node:s3');
    expect(useDesign.getState().history.past).toHaveLength(1);
    undo();
    expect(getDesign()).toEqual(before);
  });

  it('stores ports only where they are not the usual ones', () => {
    openPipeline();
    edit('Add', (draft) => {
      draft.nodes.push({ id: 'fn', service: 'lambda', properties: {} });
    });
    connectNodes({ source: 'stream', target: 'fn', sourcePort: 'out', targetPort: 'in' });
    expect(getDesign().edges.at(-1)).toEqual({
      id: 'stream-to-fn',
      source: 'stream',
      target: 'fn',
      properties: {},
    });
    expect([...useSelection.getState().keys]).toEqual(['edge:stream-to-fn']);
  });
});

describe('adding', () => {
  it('connects with the origin only when that is legal', () => {
    openPipeline();
    addService({
      service: 'lambda',
      position: { x: 0, y: 200 },
      origin: { node: 'stream', direction: 'out' },
    });
    expect(edges()).toContain('stream>lambda');
    addService({
      service: 'redshift',
      position: { x: 0, y: 400 },
      origin: { node: 'loader', direction: 'out' },
    });
    expect(edges()).not.toContain('loader>redshift');
  });

  it('puts a service into the edge it is dropped on, when both halves are legal', () => {
    openPipeline();
    expect(canSplice(getDesign(), 'stream-to-loader', 'lambda')).toBe(true);
    expect(canSplice(getDesign(), 'stream-to-loader', 'camera')).toBe(false);
    addService({ service: 'lambda', position: { x: 0, y: 0 }, edge: 'stream-to-loader' });
    expect(edges()).toEqual(['stream>lambda', 'lambda>loader']);
  });

  it('puts a service into the container under it', () => {
    openPipeline();
    edit('Add container', (draft) => {
      addContainer(draft, {
        kind: 'vpc',
        name: 'V',
        position: { x: -8, y: 200 },
        size: { width: 400, height: 300 },
      });
    });
    addService({ service: 'lambda', position: { x: 0, y: 240 } });
    expect(getDesign().nodes.at(-1)?.container).toBe('vpc');
  });
});

describe('the end of a drag', () => {
  it('moves in one step, in and out of containers', () => {
    openPipeline();
    edit('Add container', (draft) => {
      addContainer(draft, {
        kind: 'vpc',
        name: 'V',
        position: { x: 0, y: 200 },
        size: { width: 400, height: 300 },
      });
    });
    finishDrag([{ ...flowNode('stream'), position: { x: 43, y: 261 } }], { x: 0, y: 0 }, false);
    expect(getDesign().nodes[0]).toMatchObject({ position: { x: 40, y: 264 }, container: 'vpc' });
    expect(useDesign.getState().history.past).toHaveLength(2);
    finishDrag([{ ...flowNode('stream'), position: { x: 0, y: 0 } }], { x: 0, y: 0 }, false);
    expect(getDesign().nodes[0]).not.toHaveProperty('container');
  });

  it('leaves the original and drops a copy with Alt', () => {
    openPipeline();
    finishDrag([{ ...flowNode('stream'), position: { x: 0, y: 160 } }], { x: 0, y: 0 }, true);
    expect(getDesign().nodes.map((node) => [node.id, node.position?.y])).toEqual(
      [
        ['stream', 0],
        ['loader', 0],
        ['warehouse', 0],
        ['kds', 160],
      ].map(([id, y]) => [id === 'kds' ? 'stream-2' : id, y]),
    );
  });
});

describe('the canvas items', () => {
  it('keep their identity when they did not change', () => {
    openPipeline();
    const before = useFlowItems.getState();
    select(['node:stream']);
    const after = useFlowItems.getState();
    expect(after.nodes.find((node) => node.id === 'stream')?.selected).toBe(true);
    expect(after.nodes.find((node) => node.id === 'loader')).toBe(
      before.nodes.find((node) => node.id === 'loader'),
    );
    expect(after.edges[0]).toBe(before.edges[0]);
  });

  it('leave edges out whose ends are missing', () => {
    openDesign({
      nodes: [{ id: 'a', service: 's3', properties: {} }],
      edges: [{ id: 'e', source: 'a', target: 'gone', properties: {} }],
    });
    expect(useFlowItems.getState().edges).toEqual([]);
  });
});

describe('the selection', () => {
  it('grows along the flow, and deleting heals it', () => {
    openPipeline();
    select(['node:stream']);
    selectAlong('downstream');
    expect([...useSelection.getState().keys].sort()).toEqual(['node:loader', 'node:stream']);
    addService({ service: 'lambda', position: { x: 0, y: 0 }, edge: 'stream-to-loader' });
    select(['node:lambda']);
    deleteAndHeal();
    expect(edges()).toEqual(['stream>loader']);
  });
});
