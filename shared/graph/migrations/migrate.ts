/** Version written by this release. */
export const currentVersion = 1;

/** One step of the format's history. Works on the raw JSON value, never on a typed design. */
export interface Migration {
  /** kebab-case, says what changes; never renamed once released. */
  name: string;
  /** Version the step leads to. */
  to: number;
  apply(document: Record<string, unknown>): Record<string, unknown>;
}

/** Oldest first. The first release wrote version 1, so there is nothing to migrate yet. */
export const migrations: readonly Migration[] = [];

/**
 * Brings a raw document to the current version.
 * @returns the migrated copy and the names of the steps taken.
 */
export function migrateDocument(
  document: Record<string, unknown>,
  from: number,
  steps: readonly Migration[] = migrations,
): { document: Record<string, unknown>; applied: string[] } {
  let result = document;
  const applied: string[] = [];
  for (const step of steps) {
    if (step.to <= from) continue;
    result = { ...step.apply(result), version: step.to };
    applied.push(step.name);
  }
  return { document: result, applied };
}
