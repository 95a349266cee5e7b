import type { Design, SizingRecord } from '../design.ts';
import { findNode } from '../queries.ts';
import { setProperty } from './set-property.ts';

/** Sets a property to what sizing advice says, and keeps what the value is enough for. */
export function applySizing(draft: Design, args: { node: string; property: string } & SizingRecord): void {
  const node = findNode(draft, args.node);
  if (!node) return;
  const { property, value, demand, scenario, seed } = args;
  setProperty(draft, { owners: [{ kind: 'node', id: node.id }], property, value });
  node.sizing = { ...node.sizing, [property]: { value, demand, scenario, seed } };
}
