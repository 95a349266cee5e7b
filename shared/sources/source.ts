/** Key of a document in the source registry, for example `KDS-Q`. */
export type SourceKey = string;

/** A document that a fact in the app rests on. */
export interface Source {
  key: SourceKey;
  title: string;
  /** Absolute https URL; absent only for the project's own notes and derivations. */
  url?: string;
  /** Date the document was read, ISO `YYYY-MM-DD`. */
  checked: string;
  /** Set when the page was only located, or only known, on that date: read it before quoting it. */
  extent?: 'located' | 'known';
}
