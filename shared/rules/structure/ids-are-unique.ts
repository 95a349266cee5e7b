import type { Design, DesignTarget } from '../../graph/design.ts';
import { defineDesignRule, type Problem } from '../define-rule.ts';

export const idsAreUnique = defineDesignRule({
  id: 'ids-are-unique',
  severity: 'error',
  category: 'Structure',
  title: 'No two items have the same id',
  description:
    'Edges, workloads and accepted findings refer to items by id. Of items with the same id only the ' +
    'first is checked, simulated and exported.',
  sources: ['DERIVED'],
  reach: 'structure',
  check: ({ design }) => {
    const seen = new Set<string>();
    const problems: Problem[] = [];
    for (const { list, target } of getLists(design)) {
      for (const { id } of list) {
        if (seen.has(id))
          problems.push({
            message: `The id “${id}” is used more than once. Give each item an id of its own.`,
            part: `${id}-${problems.length + 1}`,
            targets: [target(id)],
          });
        seen.add(id);
      }
    }
    return problems;
  },
});

function getLists(
  design: Design,
): { list: readonly { id: string }[]; target: (id: string) => DesignTarget }[] {
  return [
    { list: design.nodes, target: (id) => ({ kind: 'node', id }) },
    { list: design.edges, target: (id) => ({ kind: 'edge', id }) },
    { list: design.containers, target: (id) => ({ kind: 'container', id }) },
    { list: design.workloads, target: (id) => ({ kind: 'workload', id }) },
    { list: design.scenarios, target: (id) => ({ kind: 'scenario', id }) },
  ];
}
