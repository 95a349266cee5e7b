import type { SimulationContext, SimulationNeighbour } from '../../services/simulation-model.ts';
import type { MutableEdge, MutableNode, MutableView, NodeTransform } from './build-view.ts';
import type { EdgeView, NodeView } from './design-view.ts';
import { addFlows, type Flow, isSameFlow, noFlow, resizeFlow, scaleFlow } from './flow.ts';
import { getWorkloadFlow } from './workload-flow.ts';

/**
 * Estimates the traffic of every node and edge without simulating: workloads, the share of each
 * data edge, and the selectivity of each node's model. Queues, limits and losses play no part.
 * Edges that lead back into a cycle carry nothing. Returns the ids of nodes whose numbers changed.
 */
export function estimateFlows(view: MutableView): Set<string> {
  const changed = new Set<string>();
  const incoming = new Map<MutableNode, Flow>();
  const order = getDataOrder(view);
  const position = new Map(order.map((node, index) => [node, index]));
  for (const node of order) {
    let arrivals = incoming.get(node) ?? noFlow;
    for (const workload of node.workloads) arrivals = addFlows(arrivals, getWorkloadFlow(workload));
    if (!isSameFlow(node.arrivals, arrivals)) {
      node.arrivals = arrivals;
      changed.add(node.id);
    }
    for (const edge of node.outgoing as MutableEdge[]) {
      const forward = (position.get(edge.target) ?? 0) > (position.get(node) ?? 0);
      const flow = carriesRecords(edge) && forward ? getEdgeFlow(edge, arrivals) : noFlow;
      if (!isSameFlow(edge.flow, flow)) {
        edge.flow = flow;
        changed.add(node.id).add(edge.target.id);
      }
      if (flow !== noFlow) incoming.set(edge.target, addFlows(incoming.get(edge.target) ?? noFlow, flow));
    }
  }
  return changed;
}

/** Whether records or events travel along the edge, as in the simulation; other kinds refer to something. */
export function carriesRecords(edge: EdgeView): boolean {
  return edge.kind === 'data' || edge.kind === 'change-capture' || edge.kind === 'control';
}

/** These are told about an object; what travels is the event with its key, about this large. */
const objectEventTargets = new Set(['lambda', 'sqs', 'sns', 'eventbridge-rule']);
const objectEventBytes = 1000;

function getEdgeFlow(edge: MutableEdge, arrivals: Flow): Flow {
  if (arrivals === noFlow) return noFlow;
  const transform = getTransform(edge.source);
  const part = transform.splits ? getPartOfSplit(edge) : getShare(edge);
  const flow = scaleFlow(arrivals, transform.records * part, transform.bytes * part);
  const notified = edge.source.service === 's3' && objectEventTargets.has(edge.target.service);
  if (notified) return resizeFlow(flow, objectEventBytes);
  const sent = edge.config.has('outputRecordBytes') ? edge.config.number('outputRecordBytes') : 0;
  return sent > 0 ? resizeFlow(flow, sent) : flow;
}

/** Edges that share the sender's records get theirs by weight. */
function getPartOfSplit(edge: EdgeView): number {
  const total = edge.source.outgoing
    .filter(carriesRecords)
    .reduce((sum, sibling) => sum + getShare(sibling), 0);
  return total > 0 ? getShare(edge) / total : 0;
}

function getShare(edge: EdgeView): number {
  return edge.config.has('share') ? Math.min(1, Math.max(0, edge.config.number('share'))) : 1;
}

/** What the node's model does to records and bytes; worked out once until something near changes. */
export function getTransform(node: MutableNode): NodeTransform {
  node.transform ??= buildTransform(node);
  return node.transform;
}

function buildTransform(node: MutableNode): NodeTransform {
  const unchanged: NodeTransform = { records: 1, bytes: 1, splits: false };
  if (!node.definition) return unchanged;
  try {
    const model = node.definition.simulation.build(createContext(node));
    return model.stages.reduce<NodeTransform>(
      (total, stage) => ({
        ...total,
        records: total.records * (stage.transform?.recordsPerRecord ?? 1),
        bytes: total.bytes * (stage.transform?.bytesPerByte ?? 1),
      }),
      { ...unchanged, splits: model.fanOut === 'split' },
    );
  } catch {
    // A model that cannot be built from wrong values is reported by the simulation, not here.
    return unchanged;
  }
}

function createContext(node: MutableNode): SimulationContext {
  return {
    config: node.config,
    limit: (id) => node.definition?.limits.find((limit) => limit.id === id)?.value ?? 0,
    region: '',
    incoming: node.incoming.map((edge) => createNeighbour(edge, edge.source)),
    outgoing: node.outgoing.map((edge) => createNeighbour(edge, edge.target)),
    keyShares: (lanes) => new Array<number>(lanes).fill(1 / lanes),
  };
}

function createNeighbour(edge: EdgeView, far: NodeView): SimulationNeighbour {
  return {
    edge: edge.id,
    kind: edge.kind,
    node: far.id,
    service: far.service,
    config: far.config,
    edgeConfig: edge.config,
  };
}

/** Nodes so that senders come before receivers; members of a cycle in document order. */
function getDataOrder(view: MutableView): MutableNode[] {
  const waitingFor = new Map<MutableNode, number>();
  for (const node of view.nodes) waitingFor.set(node, node.incoming.filter(carriesRecords).length);
  const order: MutableNode[] = [];
  const done = new Set<MutableNode>();
  const visit = (start: MutableNode): void => {
    const ready = [start];
    for (let node = ready.pop(); node; node = ready.pop()) {
      if (done.has(node)) continue;
      done.add(node);
      order.push(node);
      for (const edge of node.outgoing as MutableEdge[]) {
        if (!carriesRecords(edge)) continue;
        const left = (waitingFor.get(edge.target) ?? 0) - 1;
        waitingFor.set(edge.target, left);
        if (left === 0) ready.push(edge.target);
      }
    }
  };
  for (const node of view.nodes) if (waitingFor.get(node) === 0) visit(node);
  for (const node of view.nodes) if (!done.has(node)) visit(node);
  return order;
}
