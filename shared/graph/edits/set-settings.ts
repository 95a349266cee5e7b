import type { Design } from '../design.ts';

/** Sets the AWS Region of the design. */
export function setRegion(draft: Design, args: { region: string }): void {
  draft.settings.region = args.region;
}

/** Replaces the tags put on every exported resource. */
export function setTags(draft: Design, args: { tags: Record<string, string> }): void {
  draft.settings.tags = args.tags;
}

/** Sets the description of the design; empty text removes it. */
export function setDescription(draft: Design, args: { description: string }): void {
  if (args.description.trim()) draft.description = args.description;
  else delete draft.description;
}
