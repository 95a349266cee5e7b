import { defineNodeRule } from '../define-rule.ts';
import type { EdgeView, NodeView } from '../view/design-view.ts';
import { carriesRecords } from '../view/estimate-flows.ts';
import { joinWords, quoteName } from '../wording.ts';

export const logsDoNotFeedThemselves = defineNodeRule({
  id: 'logs-do-not-feed-themselves',
  codes: ['G-006'],
  severity: 'error',
  category: 'Observability',
  title: 'A log group is not fed by what delivers it',
  description:
    'When a function or stream that receives a log subscription writes its own log into the same group, every ' +
    'delivered event makes another. CloudWatch Logs calls this recursion; it ends at a quota or on the bill.',
  sources: ['CWL-REC'],
  services: ['cw-logs'],
  reach: 'design',
  check: (node) => {
    const chain = findWayBack(node);
    if (!chain) return [];
    const names = joinWords(
      chain.map((edge) => quoteName(edge.target)).filter((name) => name !== quoteName(node)),
      'and',
    );
    return [
      {
        message: `${node.name} is delivered through ${names}, which write their logs into it again. Give them a log group of their own, or exclude it from the filter.`,
        targets: [
          { kind: 'node', id: node.id },
          ...chain.map((edge) => ({ kind: 'edge' as const, id: edge.id })),
        ],
      },
    ];
  },
});

/** Edges of a way from the log group along its delivery and back into it by any edge. */
function findWayBack(group: NodeView): EdgeView[] | undefined {
  const cameBy = new Map<NodeView, EdgeView | undefined>([[group, undefined]]);
  for (const [node] of cameBy) {
    for (const edge of node.outgoing) {
      if (node !== group && edge.target === group) return [...getWay(cameBy, node), edge];
      if (carriesRecords(edge) && !cameBy.has(edge.target)) cameBy.set(edge.target, edge);
    }
  }
  return undefined;
}

function getWay(cameBy: ReadonlyMap<NodeView, EdgeView | undefined>, end: NodeView): EdgeView[] {
  const way: EdgeView[] = [];
  for (let edge = cameBy.get(end); edge; edge = cameBy.get(edge.source)) way.unshift(edge);
  return way;
}
