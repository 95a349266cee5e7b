import { z } from 'zod';
import { defineRequest } from './define-channel.ts';

const maxExportBytes = 64 * 1024 * 1024;
const maxImageBytes = 128 * 1024 * 1024;

const exportFile = z.strictObject({
  /** Relative to the chosen folder, with forward slashes. */
  path: z.string().min(1).max(1000),
  text: z.string(),
});
export type ExportFile = z.infer<typeof exportFile>;

export const exportRequests = {
  /** Shows the native dialog; null when the user cancels it. */
  'export:choose-folder': defineRequest(
    z.void(),
    z.strictObject({ folder: z.string(), label: z.string() }).nullable(),
  ),
  /**
   * Writes all files or none. Files that the last export wrote and nobody changed are replaced silently,
   * others after a question; files of the last export that are gone from this one are removed.
   */
  'export:write': defineRequest(
    z.strictObject({
      folder: z.string().max(64),
      /** What was exported, for the manifest. */
      target: z.enum(['cdk', 'terraform', 'cloudformation', 'resources']),
      files: z.array(exportFile).min(1).max(2000),
    }),
    z.discriminatedUnion('outcome', [
      z.strictObject({
        outcome: z.literal('written'),
        written: z.number(),
        unchanged: z.number(),
        removed: z.number(),
      }),
      z.strictObject({ outcome: z.literal('cancelled') }),
    ]),
    maxExportBytes,
  ),
  /** Saves a picture of the canvas; false when the user cancels the dialog. */
  'image:save': defineRequest(
    z.strictObject({
      suggestedName: z.string().max(200),
      format: z.enum(['png', 'svg']),
      bytes: z.instanceof(Uint8Array),
    }),
    z.strictObject({ saved: z.boolean() }),
    maxImageBytes,
  ),
};
