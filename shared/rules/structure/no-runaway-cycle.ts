import { defineDesignRule, type Problem } from '../define-rule.ts';
import type { EdgeView, NodeView } from '../view/design-view.ts';
import { joinWords, quoteName } from '../wording.ts';

export const noRunawayCycle = defineDesignRule({
  id: 'no-runaway-cycle',
  codes: ['G-004'],
  severity: 'warning',
  category: 'Structure',
  title: 'Data does not go round in circles unless that is intended',
  description:
    'Records that come back to where they started multiply without end, and so does the bill. A filter, another ' +
    'prefix or topic breaks the circle. A redrive or a retraining loop that stops by itself is marked as intended ' +
    'feedback on one of its edges.',
  sources: ['CWL-REC'],
  reach: 'structure',
  check: (view) => findCycles(view.nodes).map(toProblem),
});

/** Edges along which data can come back; control, configuration and metadata edges do not count. */
function getOnward(node: NodeView): EdgeView[] {
  return node.outgoing.filter(
    (edge) =>
      (edge.kind === 'data' || edge.kind === 'change-capture') &&
      !(edge.config.has('intendedFeedback') && edge.config.flag('intendedFeedback')),
  );
}

/** Groups of nodes that can reach each other (Tarjan), with the edges inside; no recursion, designs are long. */
function findCycles(nodes: readonly NodeView[]): { nodes: NodeView[]; edges: EdgeView[] }[] {
  const order = new Map<NodeView, number>();
  const low = new Map<NodeView, number>();
  const open: NodeView[] = [];
  const isOpen = new Set<NodeView>();
  const cycles: { nodes: NodeView[]; edges: EdgeView[] }[] = [];
  const enter = (node: NodeView): { node: NodeView; edges: EdgeView[]; next: number } => {
    order.set(node, order.size);
    low.set(node, order.get(node) ?? 0);
    open.push(node);
    isOpen.add(node);
    return { node, edges: getOnward(node), next: 0 };
  };
  for (const start of nodes) {
    if (order.has(start)) continue;
    const path = [enter(start)];
    for (let frame = path.at(-1); frame; frame = path.at(-1)) {
      const edge = frame.edges[frame.next];
      frame.next += 1;
      if (edge) {
        if (!order.has(edge.target)) path.push(enter(edge.target));
        else if (isOpen.has(edge.target)) lower(low, frame.node, order.get(edge.target) ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent) lower(low, parent.node, low.get(frame.node) ?? 0);
      if (low.get(frame.node) !== order.get(frame.node)) continue;
      const group = open.splice(open.indexOf(frame.node));
      for (const member of group) isOpen.delete(member);
      const edges = getInnerEdges(group);
      if (edges.length > 0) cycles.push({ nodes: group, edges });
    }
  }
  return cycles;
}

function lower(low: Map<NodeView, number>, node: NodeView, value: number): void {
  low.set(node, Math.min(low.get(node) ?? value, value));
}

function getInnerEdges(group: readonly NodeView[]): EdgeView[] {
  const members = new Set(group);
  return group.flatMap((node) => getOnward(node).filter((edge) => members.has(edge.target)));
}

function toProblem(cycle: { nodes: NodeView[]; edges: EdgeView[] }): Problem {
  const names = joinWords(cycle.nodes.map(quoteName), 'and');
  const last = cycle.edges.at(-1);
  return {
    message:
      cycle.nodes.length === 1
        ? `${names} sends its data to itself. Break the circle, or mark the edge as intended feedback.`
        : `Data goes round between ${names}. Break the circle with a filter, another prefix or topic, or mark the edge that closes it as intended feedback.`,
    targets: [
      ...cycle.edges.map((edge) => ({ kind: 'edge' as const, id: edge.id })),
      ...cycle.nodes.map((node) => ({ kind: 'node' as const, id: node.id })),
    ],
    repairs:
      last?.config.has('intendedFeedback') === true
        ? [
            {
              id: 'mark-feedback',
              label: `Mark ${last.source.name} → ${last.target.name} as intended feedback`,
              safe: false,
              apply: (draft) => {
                for (const edge of draft.edges) {
                  if (edge.id === last.id) edge.properties['intendedFeedback'] = true;
                }
              },
            },
          ]
        : [],
  };
}
