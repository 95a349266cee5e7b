import { z } from 'zod';
import { defineEvent, defineRequest } from './define-channel.ts';

/** Documents larger than this are refused, when opened and when saved. */
export const maxDocumentBytes = 64 * 1024 * 1024;

const handle = z.string().regex(/^[0-9a-f-]{36}$/);
const designText = z.string().max(maxDocumentBytes);

/** What the page knows of a document's file: never its path. */
export const documentInfo = z.strictObject({
  handle,
  /** File name without its ending, or `Untitled`. */
  name: z.string(),
  /** Short label of the folder for display; absent while the document has no file. */
  folder: z.string().optional(),
  /** Written by a newer version of the format, or opened with problems: Save becomes Save as. */
  readOnly: z.boolean(),
});
export type DocumentInfo = z.infer<typeof documentInfo>;

/** A document as it comes from a file, a template or the recovery journal. */
export const openedDocument = z.strictObject({
  document: documentInfo,
  /** JSON text that passed the scan and `parseDesign`; the page parses it again. */
  text: z.string(),
  /** JSON texts of Immer patch lists to replay on top, oldest first; empty unless recovered. */
  operations: z.array(z.string()),
  /** Recovered after a crash: opens as unsaved. */
  recovered: z.boolean(),
  /** Something the user should know, for example that a damaged end of the journal was left out. */
  notice: z.string().optional(),
});
export type OpenedDocument = z.infer<typeof openedDocument>;

/** How a save ended. `reload` carries the file's new content after a conflict. */
export const saveOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('saved'), document: documentInfo, revision: z.number() }),
  z.strictObject({ outcome: z.literal('reload'), opened: openedDocument }),
  z.strictObject({ outcome: z.literal('cancelled') }),
]);
export type SaveOutcome = z.infer<typeof saveOutcome>;

const saveRequest = z.strictObject({
  handle,
  text: designText,
  /** The page's own count of changes; comes back in the outcome. */
  revision: z.int().nonnegative(),
});

/** What to do with unsaved changes, as answered in the native dialog. */
export const discardAnswer = z.enum(['save', 'discard', 'cancel']);

export const documentRequests = {
  /** Starts a document without a file; `text` is its first content and the base of its journal. */
  'document:new': defineRequest(z.strictObject({ text: designText }), documentInfo, maxDocumentBytes),
  /** Shows the native dialog; null when the user cancels it. */
  'document:open': defineRequest(z.void(), openedDocument.nullable()),
  'document:open-recent': defineRequest(z.strictObject({ recent: z.string().max(64) }), openedDocument),
  /**
   * Send pending journal operations first: those in the journal count as saved.
   * Without a file of its own, or read-only, this asks for one as save-as does.
   */
  'document:save': defineRequest(saveRequest, saveOutcome, maxDocumentBytes),
  'document:save-as': defineRequest(saveRequest, saveOutcome, maxDocumentBytes),
  /** Reads the file again; the page's changes are dropped. */
  'document:revert': defineRequest(z.strictObject({ handle }), openedDocument),
  /** Forgets the document and its journal; to be called when another one has taken its place. */
  'document:close': defineRequest(z.strictObject({ handle }), z.void()),
  /** Asks what to do with unsaved changes before something replaces the document. */
  'document:confirm-discard': defineRequest(z.strictObject({ handle }), discardAnswer),
  /** Keeps the window's title, its close question and the edited mark of macOS current. */
  'document:set-dirty': defineRequest(
    z.strictObject({ handle, dirty: z.boolean(), name: z.string().max(1000) }),
    z.void(),
  ),
  /**
   * Appends operations to the recovery journal. `sequence` is the number of the first one, counted from
   * 1 for each base. With `base` the journal starts anew from that text and sequence 1.
   */
  'document:journal': defineRequest(
    z.strictObject({
      handle,
      base: designText.optional(),
      sequence: z.int().positive(),
      operations: z.array(z.string()).max(5000),
    }),
    z.strictObject({
      /** Number of the last operation now in the journal. */
      acknowledged: z.int().nonnegative(),
      /** The journal has grown: send a new base when convenient. */
      wantsBase: z.boolean(),
    }),
    maxDocumentBytes,
  ),
};

export const documentEvents = {
  /** Another program changed the file; nothing was reloaded. */
  'document:changed-on-disk': defineEvent(z.strictObject({ handle })),
  /** Another instance or the system asked for a file; open it with document:open-recent. */
  'document:open-requested': defineEvent(z.strictObject({ recent: z.string() })),
  /** The journal cannot be written (message) or can be again (null). */
  'document:journal-state': defineEvent(z.strictObject({ message: z.string().nullable() })),
};
