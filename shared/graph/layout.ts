import type { Container, Design, DesignNode, Position } from './design.ts';
import type { LaidOut } from './edits/apply-positions.ts';

/** The part of an ELK graph the app uses; what `elk.layout` takes and gives back with places filled in. */
export interface LayoutGraph {
  id: string;
  layoutOptions?: Record<string, string>;
  width?: number;
  height?: number;
  x?: number;
  y?: number;
  children?: LayoutGraph[];
  edges?: { id: string; sources: string[]; targets: string[] }[];
}

/** Size of a service card in CSS pixels at zoom 1. */
export const layoutNodeSize = { width: 216, height: 72 } as const;

/** Positions are whole multiples of this, in CSS pixels. */
const grid = 8;

const rootOptions: Record<string, string> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.nodeNodeBetweenLayers': '88',
  'elk.spacing.nodeNode': '40',
  'elk.spacing.componentComponent': '64',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.randomSeed': '1',
};

/** Room for the title of a container above its contents. */
const containerOptions: Record<string, string> = { 'elk.padding': '[top=56,left=32,bottom=32,right=32]' };

/** Whether a node still has no place. */
export function needsLayout(design: Design): boolean {
  return design.nodes.some((node) => node.position === undefined);
}

/** The design as a graph for ELK's layered algorithm: containers hold their nodes, data flows right. */
export function buildLayoutGraph(design: Design): LayoutGraph {
  const nested = getNesting(design.containers);
  const childrenOf = (parent: string | undefined): LayoutGraph[] => [
    ...design.containers
      .filter((container) => nested.get(container.id) === parent)
      .map((container) => ({
        id: container.id,
        layoutOptions: containerOptions,
        children: childrenOf(container.id),
      })),
    ...design.nodes
      .filter((node) => getHome(node, nested) === parent)
      .map((node) => ({ id: node.id, ...layoutNodeSize })),
  ];
  const known = new Set(design.nodes.map((node) => node.id));
  return {
    id: 'design',
    layoutOptions: rootOptions,
    children: childrenOf(undefined),
    edges: design.edges
      .filter((edge) => known.has(edge.source) && known.has(edge.target) && edge.source !== edge.target)
      .map((edge) => ({ id: edge.id, sources: [edge.source], targets: [edge.target] })),
  };
}

/** Parent of every container; a parent that is missing or closes a cycle counts as none. */
function getNesting(containers: readonly Container[]): Map<string, string | undefined> {
  const parents = new Map(containers.map((container) => [container.id, container.parent]));
  const isRooted = (id: string): boolean => {
    let current: string | undefined = id;
    for (let step = 0; step <= parents.size; step += 1) {
      if (current === undefined) return true;
      if (!parents.has(current)) return true;
      current = parents.get(current);
    }
    return false;
  };
  return new Map(
    containers.map(({ id, parent }) => [
      id,
      parent !== undefined && parents.has(parent) && isRooted(id) ? parent : undefined,
    ]),
  );
}

const getHome = (node: DesignNode, nested: ReadonlyMap<string, unknown>): string | undefined =>
  node.container !== undefined && nested.has(node.container) ? node.container : undefined;

/** Absolute places of everything ELK has laid out, on the grid of the canvas. */
export function readLayout(design: Design, graph: LayoutGraph): LaidOut {
  const containers = new Set(design.containers.map((container) => container.id));
  const laidOut = {
    nodes: new Map<string, Position>(),
    containers: new Map<string, { position: Position; size: { width: number; height: number } }>(),
  };
  const visit = (item: LayoutGraph, origin: Position): void => {
    for (const child of item.children ?? []) {
      const position = { x: origin.x + (child.x ?? 0), y: origin.y + (child.y ?? 0) };
      if (containers.has(child.id)) {
        const size = { width: snapUp(child.width ?? 0), height: snapUp(child.height ?? 0) };
        laidOut.containers.set(child.id, { position: snap(position), size });
        visit(child, position);
      } else {
        laidOut.nodes.set(child.id, snap(position));
      }
    }
  };
  visit(graph, { x: 0, y: 0 });
  return laidOut;
}

/**
 * Only what is missing: nodes without a place get the one that fits their neighbours, moved down where it
 * is taken; everything that has a place keeps it. Containers are sized when they have no size yet.
 */
export function keepPlaced(design: Design, laidOut: LaidOut): LaidOut {
  const placed = design.nodes.filter((node) => node.position !== undefined);
  if (placed.length === 0) return laidOut;
  const shift = getMeanShift(placed, laidOut);
  const taken = placed.map((node) => node.position ?? { x: 0, y: 0 });
  const nodes = new Map<string, Position>();
  for (const node of design.nodes) {
    const wanted = laidOut.nodes.get(node.id);
    if (node.position !== undefined || !wanted) continue;
    const position = findFreePlace(snap({ x: wanted.x + shift.x, y: wanted.y + shift.y }), taken);
    taken.push(position);
    nodes.set(node.id, position);
  }
  const containers = new Map(
    [...laidOut.containers].filter(([id]) =>
      design.containers.some((container) => container.id === id && container.size === undefined),
    ),
  );
  return { nodes, containers };
}

function getMeanShift(placed: readonly DesignNode[], laidOut: LaidOut): Position {
  const shifts = placed.flatMap((node) => {
    const at = laidOut.nodes.get(node.id);
    return node.position && at ? [{ x: node.position.x - at.x, y: node.position.y - at.y }] : [];
  });
  const count = Math.max(1, shifts.length);
  return {
    x: shifts.reduce((sum, shift) => sum + shift.x, 0) / count,
    y: shifts.reduce((sum, shift) => sum + shift.y, 0) / count,
  };
}

function findFreePlace(wanted: Position, taken: readonly Position[]): Position {
  const { width, height } = layoutNodeSize;
  let y = wanted.y;
  const isTaken = (): boolean =>
    taken.some(
      (other) => Math.abs(other.x - wanted.x) < width + grid && Math.abs(other.y - y) < height + grid,
    );
  while (isTaken()) y += height + 5 * grid;
  return { x: wanted.x, y };
}

const snap = ({ x, y }: Position): Position => ({
  x: Math.round(x / grid) * grid,
  y: Math.round(y / grid) * grid,
});
const snapUp = (length: number): number => Math.ceil(length / grid) * grid;
