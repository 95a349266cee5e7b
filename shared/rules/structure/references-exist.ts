import { removeItems } from '../../graph/edits/remove-items.ts';
import type { Design } from '../../graph/design.ts';
import { defineDesignRule, type Problem } from '../define-rule.ts';

export const referencesExist = defineDesignRule({
  id: 'references-exist',
  severity: 'error',
  category: 'Structure',
  title: 'Edges, workloads, containers and scenarios refer to items that exist',
  description:
    'A reference to an item that is not in the document is usually left over from an edit by hand. The item ' +
    'that holds it is ignored by checks, simulation and exports.',
  sources: ['DERIVED'],
  reach: 'structure',
  check: ({ design, findNode }) => {
    const containers = new Set(design.containers.map((container) => container.id));
    return [
      ...findLooseEdges(design, (id) => findNode(id) !== undefined),
      ...findLooseWorkloads(design, (id) => findNode(id) !== undefined),
      ...findLostContents(design, containers),
      ...findLooseScenarios(design, (id) => findNode(id) !== undefined),
    ];
  },
});

function findLooseEdges(design: Design, exists: (id: string) => boolean): Problem[] {
  return design.edges.flatMap((edge) => {
    const missing = [edge.source, edge.target].filter((id) => !exists(id));
    if (missing.length === 0) return [];
    return [
      {
        message: `The edge “${edge.id}” goes from “${edge.source}” to “${edge.target}”, but there is no node “${missing.join('” and no node “')}”. Connect it to a node or remove it.`,
        targets: [{ kind: 'edge', id: edge.id }],
        repairs: [
          {
            id: 'remove-edge',
            label: 'Remove the edge',
            safe: false,
            apply: (draft) => removeItems(draft, { edges: [edge.id] }),
          },
        ],
      } satisfies Problem,
    ];
  });
}

function findLooseWorkloads(design: Design, exists: (id: string) => boolean): Problem[] {
  return design.workloads
    .filter((workload) => !exists(workload.node))
    .map((workload) => ({
      message: `The workload “${workload.id}” belongs to the node “${workload.node}”, which does not exist. Attach it to a producer or remove it.`,
      targets: [{ kind: 'workload', id: workload.id }],
      repairs: [
        {
          id: 'remove-workload',
          label: 'Remove the workload',
          safe: false,
          apply: (draft) => {
            draft.workloads = draft.workloads.filter((candidate) => candidate.id !== workload.id);
          },
        },
      ],
    }));
}

function findLostContents(design: Design, containers: ReadonlySet<string>): Problem[] {
  const isLost = (id: string | undefined): id is string => id !== undefined && !containers.has(id);
  const nodes = design.nodes
    .filter((node) => isLost(node.container))
    .map((node): Problem => {
      const message = `The node “${node.id}” is in the container “${node.container ?? ''}”, which does not exist. Put it into a container or on the canvas.`;
      return {
        message,
        targets: [{ kind: 'node', id: node.id }],
        repairs: [
          {
            id: 'take-out',
            label: 'Put the node on the canvas',
            safe: true,
            apply: (draft) => {
              for (const candidate of draft.nodes) if (candidate.id === node.id) delete candidate.container;
            },
          },
        ],
      };
    });
  const inner = design.containers
    .filter((container) => isLost(container.parent))
    .map((container): Problem => {
      const message = `The container “${container.name}” is inside “${container.parent ?? ''}”, which does not exist.`;
      return {
        message,
        targets: [{ kind: 'container', id: container.id }],
        repairs: [
          {
            id: 'take-out',
            label: 'Put the container on the canvas',
            safe: true,
            apply: (draft) => {
              for (const candidate of draft.containers)
                if (candidate.id === container.id) delete candidate.parent;
            },
          },
        ],
      };
    });
  return [...nodes, ...inner];
}

function findLooseScenarios(design: Design, exists: (id: string) => boolean): Problem[] {
  return design.scenarios.flatMap((scenario) => {
    const named = [...(scenario.overrides ?? []), ...(scenario.outages ?? [])].map((item) => item.node);
    const missing = [...new Set(named)].filter((id) => !exists(id));
    return missing.map(
      (id): Problem => ({
        message: `The scenario “${scenario.name}” changes the node “${id}”, which does not exist; that part is ignored.`,
        severity: 'warning',
        part: id,
        targets: [{ kind: 'scenario', id: scenario.id }],
        repairs: [
          {
            id: 'forget-node',
            label: `Take “${id}” out of the scenario`,
            safe: false,
            apply: (draft) => {
              for (const candidate of draft.scenarios) {
                if (candidate.id !== scenario.id) continue;
                if (candidate.overrides)
                  candidate.overrides = candidate.overrides.filter((item) => item.node !== id);
                if (candidate.outages)
                  candidate.outages = candidate.outages.filter((item) => item.node !== id);
              }
            },
          },
        ],
      }),
    );
  });
}
