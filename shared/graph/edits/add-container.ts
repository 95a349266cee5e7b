import type { ContainerKind, Design, Position } from '../design.ts';
import { collectIds, createId } from '../ids.ts';

export interface AddContainerArgs {
  kind: ContainerKind;
  name: string;
  position: Position;
  size: { width: number; height: number };
  parent?: string;
  /** Nodes and containers put inside it. */
  nodes?: readonly string[];
  containers?: readonly string[];
}

/** Draws a container around items and returns its id. */
export function addContainer(draft: Design, args: AddContainerArgs): string {
  const id = createId(args.kind, collectIds(draft));
  draft.containers.push({
    id,
    kind: args.kind,
    name: args.name,
    ...(args.parent === undefined ? {} : { parent: args.parent }),
    position: args.position,
    size: args.size,
    properties: {},
  });
  for (const node of draft.nodes) {
    if (args.nodes?.includes(node.id)) node.container = id;
  }
  for (const container of draft.containers) {
    if (container.id !== id && args.containers?.includes(container.id)) container.parent = id;
  }
  return id;
}
