import type { Design, Position } from '../design.ts';
import { collectIds, createId } from '../ids.ts';

/** Puts a text note on the canvas and returns its id. */
export function addAnnotation(draft: Design, args: { text: string; position: Position }): string {
  const id = createId('note', collectIds(draft));
  draft.annotations.push({ id, text: args.text, position: args.position });
  return id;
}

/** Changes the text of a note; a note without text is removed. */
export function setAnnotationText(draft: Design, args: { id: string; text: string }): void {
  if (!args.text.trim()) {
    draft.annotations = draft.annotations.filter((annotation) => annotation.id !== args.id);
    return;
  }
  const annotation = draft.annotations.find((candidate) => candidate.id === args.id);
  if (annotation) annotation.text = args.text;
}

/** Gives a note a new rectangle. */
export function resizeAnnotation(
  draft: Design,
  args: { id: string; position: Position; size: { width: number; height: number } },
): void {
  const annotation = draft.annotations.find((candidate) => candidate.id === args.id);
  if (!annotation) return;
  annotation.position = args.position;
  annotation.size = args.size;
}
