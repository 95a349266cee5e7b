import { getSource } from '../sources/registry.ts';
import type { NoteRule } from './notes/note-rule.ts';
import { processingNotes } from './notes/processing.ts';
import { storageNotes } from './notes/storage.ts';
import { streamingNotes } from './notes/streaming.ts';

export type { NoteRule } from './notes/note-rule.ts';

/** Every rule of the notes, `N-001` to `N-247`. */
export const noteRules: readonly NoteRule[] = [...storageNotes, ...streamingNotes, ...processingNotes].map(
  ([rule, application], index) => {
    const id = `N-${String(index + 1).padStart(3, '0')}`;
    return { id, quote: getSource(id).title, rule, application };
  },
);

const byId: ReadonlyMap<string, NoteRule> = new Map(noteRules.map((rule) => [rule.id, rule]));

/** The rule with this id, or undefined when the notes have none. */
export function findNoteRule(id: string): NoteRule | undefined {
  return byId.get(id);
}
