import type { Design } from '../design.ts';

/** Sets the designer's free text on a node or edge; empty text removes it. */
export function setNotes(draft: Design, args: { kind: 'node' | 'edge'; id: string; notes: string }): void {
  const list: { id: string; notes?: string }[] = args.kind === 'node' ? draft.nodes : draft.edges;
  const item = list.find((candidate) => candidate.id === args.id);
  if (!item) return;
  if (args.notes.trim()) item.notes = args.notes;
  else delete item.notes;
}
