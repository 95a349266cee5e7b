import {
  Background,
  BackgroundVariant,
  Controls,
  type EdgeTypes,
  MiniMap,
  type NodeTypes,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  ViewportPortal,
  type Viewport,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { type DragEvent, type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef } from 'react';
import { getDraggedService, isServiceDrag } from '../palette/drag-service.ts';
import { FlowOverlay } from '../simulation/flow-overlay.tsx';
import { useDesign } from '../state/design-store.ts';
import { useShownTheme } from '../state/use-shown-theme.ts';
import { clearSelection, select, toggleSelected, toKey, useSelection } from '../state/selection-store.ts';
import { useView } from '../state/view-store.ts';
import { EmptyCanvas } from '../templates/empty-canvas.tsx';
import { AlignmentGuides } from './alignment-guides.tsx';
import styles from './canvas.module.css';
import { addService } from './canvas-actions.ts';
import { getDropPosition, keepView, refitView, registerCanvas } from './canvas-handle.ts';
import { ConnectionCaption } from './connection-caption.tsx';
import { ConnectionLine } from './connection-line.tsx';
import { AnnotationNode, ContainerNode } from './container-node.tsx';
import { ContextMenu } from './context-menu.tsx';
import { getDetail, setDetail, useDetail } from './detail-store.ts';
import { finishDrag } from './drag-end.ts';
import { FarEdges } from './far-edges.tsx';
import { findFlowEdgeAt } from './find-at-point.ts';
import { flowIdToKey } from './flow-ids.ts';
import { endMove, onEdgesChange, onNodesChange, useFlowItems } from './flow-items-store.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';
import { NodeAdder } from './node-adder.tsx';
import { openOverlay, startRenaming, useOverlay } from './overlay-store.ts';
import { EdgeMarkers, PipelineEdge } from './pipeline-edge.tsx';
import { RepairMenu } from './repair-menu.tsx';
import { ServiceNode } from './service-node.tsx';
import { isValidConnection, useConnecting } from './use-connecting.ts';
import { setZoom } from './zoom-store.ts';

// At module scope: new objects here would make React Flow build every node again.
const nodeTypes: NodeTypes = { service: ServiceNode, container: ContainerNode, annotation: AnnotationNode };
const edgeTypes: EdgeTypes = { pipeline: PipelineEdge };
const snapGrid: [number, number] = [8, 8];
const multiSelectionKeys = ['Meta', 'Control', 'Shift'];
/** Middle button; the right one opens the menu. */
const middleButton = [1];
const noEdges: FlowEdge[] = [];
const hidesAttribution = { hideAttribution: true };
const ariaLabels = {
  'controls.ariaLabel': 'Canvas view',
  'minimap.ariaLabel': 'Overview of the design',
};

/** From this many nodes on, only what is on screen is drawn, and the minimap costs too much at twice that. */
const manyNodes = 200;
const manyEdges = 300;
const minimapLimit = 500;

export function Canvas() {
  return (
    <ReactFlowProvider>
      <CanvasFlow />
    </ReactFlowProvider>
  );
}

function CanvasFlow() {
  const root = useRef<HTMLDivElement>(null);
  const flow = useReactFlow<FlowNode, FlowEdge>();
  const nodes = useFlowItems((state) => state.nodes);
  const edges = useFlowItems((state) => state.edges);
  const connecting = useConnecting();
  const theme = useShownTheme();
  const mode = useView((state) => state.mode);
  const isExporting = useDetail((state) => state.isExporting);
  const isFar = useDetail((state) => state.detail === 'block') && edges.length >= manyEdges;
  const isMapMode = useView((state) => state.pointerMode === 'map');
  const isMinimapShown = useView((state) => state.isMinimapShown);
  const isEmpty = useDesign(
    ({ design }) => design.nodes.length + design.containers.length + design.annotations.length === 0,
  );

  useEffect(() => {
    const element = root.current ?? undefined;
    registerCanvas(flow, element);
    const observer = new ResizeObserver(refitView);
    if (element) observer.observe(element);
    return () => {
      observer.disconnect();
      registerCanvas(undefined, undefined);
    };
  }, [flow]);

  const onViewportChange = useCallback((viewport: Viewport): void => {
    const { zoom } = viewport;
    const detail = getDetail(zoom);
    // Straight into the page: a zoom must not render every node.
    if (root.current && root.current.dataset.detail !== detail) root.current.dataset.detail = detail;
    setDetail(detail);
    setZoom(zoom);
  }, []);

  const onNodeDragStop = useCallback(
    (event: globalThis.MouseEvent | TouchEvent | MouseEvent, _node: FlowNode, dragged: FlowNode[]) => {
      const point = 'clientX' in event ? { x: event.clientX, y: event.clientY } : { x: 0, y: 0 };
      finishDrag(dragged, point, 'altKey' in event && event.altKey);
      endMove();
    },
    [],
  );

  const onDragOver = (event: DragEvent): void => {
    if (!isServiceDrag(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  };
  const onDrop = (event: DragEvent): void => {
    const service = getDraggedService(event);
    if (!service) return;
    event.preventDefault();
    const point = { x: event.clientX, y: event.clientY };
    addService({ service, position: getDropPosition(point), edge: findFlowEdgeAt(point.x, point.y) });
    root.current?.focus();
  };

  const onContextMenu = (event: MouseEvent): void => {
    event.preventDefault();
    const at = { x: event.clientX, y: event.clientY };
    const element = document.elementFromPoint(at.x, at.y);
    const node = element?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
    const edge = findFlowEdgeAt(at.x, at.y);
    const key = node !== undefined ? flowIdToKey(node) : edge !== undefined ? toKey('edge', edge) : undefined;
    if (key === undefined) clearSelection();
    else if (!useSelection.getState().keys.has(key)) select([key]);
    openOverlay({ kind: 'menu', at });
  };

  /** Enter and Space on a focused node select it; Enter again renames. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    const node = (event.target as HTMLElement).closest<HTMLElement>('.react-flow__node');
    if (!node || node !== event.target || node.dataset.id === undefined) return;
    event.preventDefault();
    const key = flowIdToKey(node.dataset.id);
    if (event.shiftKey) toggleSelected(key);
    else if (event.key === 'Enter' && useSelection.getState().keys.has(key)) startRenaming(node.dataset.id);
    else select([key]);
  };

  const onDoubleClick = (event: MouseEvent): void => {
    if (!(event.target as HTMLElement).classList.contains('react-flow__pane')) return;
    openOverlay({ kind: 'adder', at: { x: event.clientX, y: event.clientY } });
  };

  return (
    // The keys and pointers of the canvas; the application inside has the role.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- events of its children arrive here.
    <div
      ref={root}
      className={styles.canvas}
      data-mode={mode}
      data-detail="full"
      data-exporting={isExporting}
      tabIndex={-1}
      onContextMenu={onContextMenu}
      onDoubleClick={onDoubleClick}
      onKeyDown={onKeyDown}
      onDragOver={onDragOver}
      onDrop={onDrop}
    >
      {isFar ? <FarEdges /> : null}
      <ReactFlow<FlowNode, FlowEdge>
        nodes={nodes}
        edges={isFar ? noEdges : edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        colorMode={theme}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDragStop={onNodeDragStop}
        onNodeDoubleClick={(_event, node) => startRenaming(node.id)}
        onViewportChange={onViewportChange}
        onMoveStart={(event) => event && keepView()}
        isValidConnection={isValidConnection}
        {...connecting}
        connectionLineComponent={ConnectionLine}
        connectionRadius={24}
        reconnectRadius={12}
        snapToGrid
        snapGrid={snapGrid}
        minZoom={0.05}
        maxZoom={3}
        panOnScroll={!isMapMode}
        zoomOnScroll={isMapMode}
        selectionOnDrag={!isMapMode}
        panOnDrag={isMapMode ? true : middleButton}
        selectionMode={SelectionMode.Partial}
        selectionKeyCode={isMapMode ? 'Shift' : null}
        multiSelectionKeyCode={multiSelectionKeys}
        deleteKeyCode={null}
        zoomOnDoubleClick={false}
        edgesFocusable={false}
        elevateNodesOnSelect={false}
        disableKeyboardA11y
        nodesFocusable
        onlyRenderVisibleElements={nodes.length >= manyNodes && !isExporting}
        proOptions={hidesAttribution}
        ariaLabelConfig={ariaLabels}
        aria-label="Canvas"
      >
        <ViewportPortal>
          <EdgeMarkers />
        </ViewportPortal>
        <AlignmentGuides />
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.4} color="var(--canvas-dots)" />
        <Controls showInteractive={false} position="bottom-left" />
        {isMinimapShown && nodes.length < minimapLimit && !isEmpty ? (
          <MiniMap
            position="bottom-right"
            pannable
            zoomable
            nodeColor={getMinimapColor}
            style={{ width: 148, height: 96 }}
          />
        ) : null}
      </ReactFlow>
      {mode === 'simulate' ? <FlowOverlay /> : null}
      {isEmpty ? (
        <div className={styles.empty}>
          <EmptyCanvas />
        </div>
      ) : null}
      <ConnectionCaption />
      <Overlays />
    </div>
  );
}

const getMinimapColor = (node: FlowNode): string =>
  node.type === 'service'
    ? node.selected
      ? 'var(--accent)'
      : 'var(--border-strong)'
    : 'color-mix(in srgb, var(--accent) 10%, transparent)';

function Overlays() {
  const overlay = useOverlay((state) => state.overlay);
  if (overlay?.kind === 'repair') return <RepairMenu overlay={overlay} />;
  if (overlay?.kind === 'adder') return <NodeAdder overlay={overlay} />;
  if (overlay?.kind === 'menu') return <ContextMenu overlay={overlay} />;
  return null;
}
