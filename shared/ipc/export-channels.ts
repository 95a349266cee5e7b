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

/** What is written, and where: a folder the user chose. */
const project = {
  folder: z.string().max(64),
  /** What was exported, for the manifest. */
  target: z.enum(['cdk', 'terraform', 'cloudformation', 'resources']),
  files: z.array(exportFile).min(1).max(2000),
};

/**
 * How a file of an export stands to the one in the folder. `new`: not there. `changed`: written by the
 * last export and not touched since. `edited`: written by it and edited. `foreign`: not from an export.
 * `removed`: written by the last export, untouched, and not part of this one. `left`: as `removed`, but
 * edited, so that it stays. `unchanged`: the same bytes.
 */
export const fileStates = ['edited', 'foreign', 'changed', 'new', 'removed', 'left', 'unchanged'] as const;
export type FileState = (typeof fileStates)[number];

const sha256 = z.string().length(64).nullable();

const comparedFile = z.strictObject({
  path: z.string(),
  state: z.enum(fileStates),
  /** Of the file in the folder; null where there is none. */
  sha256,
  /** Text in the folder, where it matters and can be shown. */
  text: z.string().nullable(),
  /** Why a text is missing that would matter. */
  omitted: z.enum(['binary', 'large']).optional(),
  /** The user kept this file at the last export. */
  wasKept: z.boolean(),
});
export type ComparedFile = z.infer<typeof comparedFile>;

const comparison = z.strictObject({
  /** What the last export into the folder was; absent when there was none. */
  lastTarget: project.target.optional(),
  files: z.array(comparedFile),
});
export type Comparison = z.infer<typeof comparison>;

export const exportRequests = {
  /** Shows the native dialog; null when the user cancels it. */
  'export:choose-folder': defineRequest(
    z.void(),
    z.strictObject({ folder: z.string(), label: z.string() }).nullable(),
  ),
  /** Compares an export with the folder, file by file; changes nothing. */
  'export:compare': defineRequest(z.strictObject(project), comparison, maxExportBytes),
  /**
   * Writes all files or none. The folder must be as the comparison found it: a file that changed since
   * fails the request. Files of the last export that are gone from this one are removed.
   */
  'export:write': defineRequest(
    z.strictObject({
      ...project,
      /** The files of the comparison as they were. */
      seen: z.array(z.strictObject({ path: z.string().max(1000), sha256 })).max(7000),
      /** Files that stay as they are in the folder. */
      keep: z.array(z.string().max(1000)).max(7000),
    }),
    z.strictObject({
      written: z.number(),
      unchanged: z.number(),
      removed: z.number(),
      kept: z.number(),
    }),
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
