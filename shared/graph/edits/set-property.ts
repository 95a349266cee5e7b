import type { Design, Properties, PropertyValue } from '../design.ts';

export type PropertyOwner = { kind: 'node' | 'edge' | 'container'; id: string };

export interface SetPropertyArgs {
  owners: readonly PropertyOwner[];
  property: string;
  /** Undefined goes back to the default by leaving the property out. */
  value: PropertyValue | undefined;
}

/** Sets one property of one or several items, or resets it. */
export function setProperty(draft: Design, args: SetPropertyArgs): void {
  for (const owner of args.owners) {
    const properties = findProperties(draft, owner);
    if (!properties) continue;
    if (args.value === undefined) delete properties[args.property];
    else properties[args.property] = args.value;
    if (owner.kind === 'node') dropSizing(draft, owner.id, args.property);
  }
}

function findProperties(draft: Design, owner: PropertyOwner): Properties | undefined {
  const lists = { node: draft.nodes, edge: draft.edges, container: draft.containers };
  return lists[owner.kind].find((item) => item.id === owner.id)?.properties;
}

/** A value set by hand is not what the advice was given for. */
function dropSizing(draft: Design, id: string, property: string): void {
  const node = draft.nodes.find((item) => item.id === id);
  if (!node?.sizing || !Object.hasOwn(node.sizing, property)) return;
  delete node.sizing[property];
  if (Object.keys(node.sizing).length === 0) delete node.sizing;
}
