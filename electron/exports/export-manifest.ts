import { z } from 'zod';
import { exportTargets } from '../../shared/iac/targets.ts';

/** Name of the file that remembers what an export wrote. */
export const manifestName = '.pipewright-export.json';

const manifestSchema = z.object({
  format: z.literal(1),
  target: z.enum(exportTargets),
  files: z.array(z.object({ path: z.string().max(1000), sha256: z.string().length(64) })).max(5000),
  /** Files of the export whose own version in the folder was kept; they are not managed. */
  kept: z.array(z.string().max(1000)).max(5000).optional(),
});

export type ExportManifest = z.infer<typeof manifestSchema>;

/** No time stamps and sorted paths: the same design gives the same bytes. */
export function printManifest(manifest: ExportManifest): string {
  const { format, target, kept = [] } = manifest;
  const files = [...manifest.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const printed = { format, target, files, ...(kept.length > 0 && { kept: [...kept].sort() }) };
  return `${JSON.stringify(printed, null, 2)}\n`;
}

/** Undefined for anything that is not a manifest; the files are then treated as somebody else's. */
export function parseManifest(text: string): ExportManifest | undefined {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
