import { z } from 'zod';
import { defineRequest } from './define-channel.ts';
import { openedDocument } from './document-channels.ts';

const templateInfo = z.strictObject({
  /** Name of its folder in templates/. */
  id: z.string(),
  title: z.string(),
  /** First paragraph of its README. */
  summary: z.string(),
  services: z.array(z.string()),
});
export type TemplateInfo = z.infer<typeof templateInfo>;

export const templateRequests = {
  'template:list': defineRequest(z.void(), z.array(templateInfo)),
  /** Opens a copy as a new, unsaved document. */
  'template:open': defineRequest(z.strictObject({ id: z.string().max(64) }), openedDocument),
};
