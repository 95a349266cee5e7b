import type { Container, Design, DesignEdge, DesignNode, Position } from '../../shared/graph/design.ts';
import { getFlowOrder } from '../../shared/graph/queries.ts';
import { getNodeTitle } from '../../shared/services/node-title.ts';
import { findService } from '../../shared/services/registry.ts';
import { getVerdict } from '../catalog/pair-verdicts.ts';
import { findPort, getPorts } from '../catalog/ports.ts';
import type { ItemKey } from '../state/selection-store.ts';
import { toKey } from '../state/selection-store.ts';
import { toAnnotationFlowId, toContainerFlowId } from './flow-ids.ts';
import type {
  AnnotationFlowNode,
  ContainerFlowNode,
  FlowEdge,
  FlowNode,
  ServiceFlowNode,
} from './flow-types.ts';
import { annotationSize, containerSize, nodeHeight, nodeWidth, placePorts } from './geometry.ts';

const origin: Position = { x: 0, y: 0 };
const handleSize = 12;

/** Items of the canvas from the last time, so that what did not change keeps its identity. */
export interface FlowItems {
  nodes: FlowNode[];
  edges: FlowEdge[];
}

function buildServiceNode(node: DesignNode, position: Position, isSelected: boolean): ServiceFlowNode {
  const service = findService(node.service);
  const name = getNodeTitle(node);
  return {
    id: node.id,
    type: 'service',
    position,
    width: nodeWidth,
    height: nodeHeight,
    measured: { width: nodeWidth, height: nodeHeight },
    // Given, not measured: edges of nodes outside the screen need them too.
    handles: placePorts(getPorts(service)).map((place) => ({
      id: place.port.id,
      type: place.port.direction === 'in' ? ('target' as const) : ('source' as const),
      position: place.side,
      x: place.x - handleSize / 2,
      y: place.y - handleSize / 2,
      width: handleSize,
      height: handleSize,
    })),
    selected: isSelected,
    zIndex: 10,
    ariaLabel: `${name}, ${service?.displayName ?? `unknown service ${node.service}`}`,
    data: { node, service, ariaName: name },
  };
}

function buildContainerNode(container: Container, depth: number, isSelected: boolean): ContainerFlowNode {
  const size = container.size ?? containerSize;
  return {
    id: toContainerFlowId(container.id),
    type: 'container',
    position: container.position ?? origin,
    width: size.width,
    height: size.height,
    measured: size,
    selected: isSelected,
    // Selected containers stay behind their contents.
    zIndex: depth,
    dragHandle: '.container-tab',
    ariaLabel: `${container.name}, ${container.kind}`,
    data: { container },
  };
}

/** Containers with their depth, outer ones first; a cycle in a damaged file ends the walk. */
function getContainersByDepth(design: Design): { container: Container; depth: number }[] {
  const byId = new Map(design.containers.map((container) => [container.id, container]));
  const getDepth = (container: Container): number => {
    let depth = 0;
    let current: Container | undefined = container;
    while (current?.parent !== undefined && depth < byId.size) {
      current = byId.get(current.parent);
      depth += 1;
    }
    return depth;
  };
  return design.containers
    .map((container) => ({ container, depth: getDepth(container) }))
    .sort((a, b) => a.depth - b.depth);
}

function keepIdentity<Item extends FlowNode>(
  previous: ReadonlyMap<string, FlowNode>,
  next: Item,
  isSame: (before: Item) => boolean,
): Item {
  const before = previous.get(next.id) as Item | undefined;
  return before &&
    before.selected === next.selected &&
    before.position.x === next.position.x &&
    before.position.y === next.position.y &&
    before.width === next.width &&
    before.height === next.height &&
    before.zIndex === next.zIndex &&
    isSame(before)
    ? before
    : next;
}

/**
 * What React Flow draws for a design. Services come in the order data flows, because the order in
 * the document is the order of the keyboard; containers come first, since they lie behind.
 */
export function buildFlowNodes(
  design: Design,
  selected: ReadonlySet<ItemKey>,
  moved: ReadonlyMap<string, Position>,
  before: readonly FlowNode[],
): FlowNode[] {
  const previous = new Map(before.map((node) => [node.id, node]));
  const containers = getContainersByDepth(design).map(({ container, depth }) => {
    const next = buildContainerNode(container, depth, selected.has(toKey('container', container.id)));
    const position = moved.get(next.id);
    return keepIdentity(
      previous,
      position ? { ...next, position } : next,
      (known: ContainerFlowNode) => known.data.container === container,
    );
  });
  const byId = new Map(design.nodes.map((node) => [node.id, node]));
  const services = getFlowOrder(design).map((id) => {
    const node = byId.get(id) as DesignNode;
    const position = moved.get(id) ?? node.position ?? origin;
    const isSelected = selected.has(toKey('node', id));
    const known = previous.get(id) as ServiceFlowNode | undefined;
    if (
      known?.data.node === node &&
      known.selected === isSelected &&
      known.position.x === position.x &&
      known.position.y === position.y
    ) {
      return known;
    }
    return buildServiceNode(node, position, isSelected);
  });
  const annotations = design.annotations.map((annotation): AnnotationFlowNode => {
    const id = toAnnotationFlowId(annotation.id);
    const size = annotation.size ?? annotationSize;
    const next: AnnotationFlowNode = {
      id,
      type: 'annotation',
      position: moved.get(id) ?? annotation.position,
      width: size.width,
      height: size.height,
      measured: size,
      selected: selected.has(toKey('annotation', annotation.id)),
      zIndex: 5,
      ariaLabel: `Note: ${annotation.text}`,
      data: { annotation },
    };
    return keepIdentity(previous, next, (known: AnnotationFlowNode) => known.data.annotation === annotation);
  });
  return [...containers, ...services, ...annotations];
}

function buildEdge(edge: DesignEdge, source: DesignNode, target: DesignNode, isSelected: boolean): FlowEdge {
  const verdict = getVerdict(source.service, target.service);
  const kind = edge.kind ?? verdict.kind;
  const sourcePort = findPort(findService(source.service), 'out', kind, edge.sourcePort);
  const targetPort = findPort(findService(target.service), 'in', kind, edge.targetPort);
  return {
    id: edge.id,
    type: 'pipeline',
    source: edge.source,
    target: edge.target,
    sourceHandle: sourcePort?.id ?? null,
    targetHandle: targetPort?.id ?? null,
    selected: isSelected,
    zIndex: isSelected ? 9 : 8,
    data: { edge, kind, mechanism: verdict.mechanism },
  };
}

/** Edges of the canvas; one with a missing end is left out here and named by a finding. */
export function buildFlowEdges(
  design: Design,
  selected: ReadonlySet<ItemKey>,
  before: readonly FlowEdge[],
): FlowEdge[] {
  const previous = new Map(before.map((edge) => [edge.id, edge]));
  const nodes = new Map(design.nodes.map((node) => [node.id, node]));
  return design.edges.flatMap((edge) => {
    const source = nodes.get(edge.source);
    const target = nodes.get(edge.target);
    if (!source || !target) return [];
    const next = buildEdge(edge, source, target, selected.has(toKey('edge', edge.id)));
    const known = previous.get(edge.id);
    const isSame =
      known?.data?.edge === edge &&
      known.selected === next.selected &&
      known.data.kind === next.data?.kind &&
      known.sourceHandle === next.sourceHandle &&
      known.targetHandle === next.targetHandle;
    return [known && isSame ? known : next];
  });
}
