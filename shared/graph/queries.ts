import type { Container, Design, DesignEdge, DesignNode, Workload } from './design.ts';

/** The node with this id, if the design has it. */
export function findNode(design: Design, id: string): DesignNode | undefined {
  return design.nodes.find((node) => node.id === id);
}

/** The edge with this id, if the design has it. */
export function findEdge(design: Design, id: string): DesignEdge | undefined {
  return design.edges.find((edge) => edge.id === id);
}

/** The container with this id, if the design has it. */
export function findContainer(design: Design, id: string): Container | undefined {
  return design.containers.find((container) => container.id === id);
}

/** The workloads attached to a node, in document order. */
export function getWorkloadsOf(design: Design, node: string): Workload[] {
  return design.workloads.filter((workload) => workload.node === node);
}

/** Edges that end at the node. */
export function getIncomingEdges(design: Design, node: string): DesignEdge[] {
  return design.edges.filter((edge) => edge.target === node);
}

/** Edges that start at the node. */
export function getOutgoingEdges(design: Design, node: string): DesignEdge[] {
  return design.edges.filter((edge) => edge.source === node);
}

/**
 * Node ids in the order data flows: sources first, document order among equals. The members of a
 * cycle follow each other in document order, so every node appears exactly once.
 */
export function getFlowOrder(design: Design): string[] {
  const waitingFor = new Map(design.nodes.map((node) => [node.id, 0]));
  const targets = new Map<string, string[]>();
  for (const edge of design.edges) {
    if (!waitingFor.has(edge.source) || !waitingFor.has(edge.target)) continue;
    waitingFor.set(edge.target, (waitingFor.get(edge.target) ?? 0) + 1);
    const list = targets.get(edge.source);
    if (list) list.push(edge.target);
    else targets.set(edge.source, [edge.target]);
  }
  const order: string[] = [];
  const done = new Set<string>();
  const visit = (start: string): void => {
    const ready = [start];
    for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
      if (done.has(id)) continue;
      done.add(id);
      order.push(id);
      for (const target of targets.get(id) ?? []) {
        const left = (waitingFor.get(target) ?? 0) - 1;
        waitingFor.set(target, left);
        if (left === 0) ready.push(target);
      }
    }
  };
  for (const node of design.nodes) {
    if (!done.has(node.id) && (waitingFor.get(node.id) ?? 0) === 0) visit(node.id);
  }
  // What is left waits for itself; break each cycle at its first node in the document.
  for (const node of design.nodes) {
    if (!done.has(node.id)) visit(node.id);
  }
  return order;
}

function getReachable(design: Design, node: string, direction: 'upstream' | 'downstream'): Set<string> {
  const next = new Map<string, string[]>();
  for (const edge of design.edges) {
    const [from, to] = direction === 'downstream' ? [edge.source, edge.target] : [edge.target, edge.source];
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const reached = new Set<string>();
  const waiting = [...(next.get(node) ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...(next.get(id) ?? []));
  }
  return reached;
}

/** Nodes that can be reached against the edges; holds the node itself only when it is in a cycle. */
export function getUpstream(design: Design, node: string): Set<string> {
  return getReachable(design, node, 'upstream');
}

/** Nodes that can be reached along the edges; holds the node itself only when it is in a cycle. */
export function getDownstream(design: Design, node: string): Set<string> {
  return getReachable(design, node, 'downstream');
}

/** Containers around the node, innermost first; a cycle of parents in a damaged file ends the walk. */
export function getContainersAround(design: Design, node: DesignNode): Container[] {
  const around: Container[] = [];
  for (let id = node.container; id !== undefined; ) {
    const container = findContainer(design, id);
    if (!container || around.includes(container)) break;
    around.push(container);
    id = container.parent;
  }
  return around;
}

/** Containers inside the container at any depth, outermost first. */
export function getInnerContainers(design: Design, container: string): Container[] {
  const inner: Container[] = [];
  const seen = new Set([container]);
  const waiting = [container];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    for (const child of design.containers) {
      if (child.parent !== id || seen.has(child.id)) continue;
      seen.add(child.id);
      inner.push(child);
      waiting.push(child.id);
    }
  }
  return inner;
}

/** Nodes inside the container or one of its inner containers. */
export function getContainedNodes(design: Design, container: string): DesignNode[] {
  const ids = new Set([container, ...getInnerContainers(design, container).map((inner) => inner.id)]);
  return design.nodes.filter((node) => node.container !== undefined && ids.has(node.container));
}
