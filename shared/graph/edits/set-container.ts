import type { ContainerKind, Design, Position } from '../design.ts';
import { findContainer, getInnerContainers } from '../queries.ts';

/**
 * Moves items into a container, or out of all of them with undefined. A container never goes into
 * itself or one of its own contents.
 */
export function setContainer(
  draft: Design,
  args: { nodes: readonly string[]; containers?: readonly string[]; into: string | undefined },
): void {
  for (const node of draft.nodes) {
    if (!args.nodes.includes(node.id)) continue;
    if (args.into === undefined) delete node.container;
    else node.container = args.into;
  }
  for (const id of args.containers ?? []) {
    const container = findContainer(draft, id);
    if (!container || id === args.into) continue;
    if (getInnerContainers(draft, id).some((inner) => inner.id === args.into)) continue;
    if (args.into === undefined) delete container.parent;
    else container.parent = args.into;
  }
}

/** Gives a container a new rectangle; its contents stay where they are. */
export function resizeContainer(
  draft: Design,
  args: { id: string; position: Position; size: { width: number; height: number } },
): void {
  const container = findContainer(draft, args.id);
  if (!container) return;
  container.position = args.position;
  container.size = args.size;
}

/** Changes what a container stands for. */
export function setContainerKind(draft: Design, args: { id: string; kind: ContainerKind }): void {
  const container = findContainer(draft, args.id);
  if (container) container.kind = args.kind;
}
