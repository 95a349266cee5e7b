import type { Container } from '../../graph/design.ts';
import { defineDesignRule } from '../define-rule.ts';

export const containersFormATree = defineDesignRule({
  id: 'containers-form-a-tree',
  severity: 'error',
  category: 'Structure',
  title: 'No container is inside itself',
  description: 'Regions, VPCs and subnets nest. A container that is inside itself has no place to be drawn.',
  sources: ['DERIVED'],
  reach: 'structure',
  check: ({ design }) => {
    const parents = new Map(design.containers.map((container) => [container.id, container.parent]));
    return design.containers
      .filter((container) => isInside(container, parents))
      .map((container) => ({
        message: `The container “${container.name}” is inside itself. Take it out of “${container.parent ?? ''}”.`,
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
      }));
  },
});

function isInside(container: Container, parents: ReadonlyMap<string, string | undefined>): boolean {
  let current = container.parent;
  for (let step = 0; step <= parents.size && current !== undefined; step += 1) {
    if (current === container.id) return true;
    current = parents.get(current);
  }
  return false;
}
