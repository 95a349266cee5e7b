/**
 * What a stage of `npm test` found.
 * @typedef {{ passed: number, failed: number, skipped?: number, note?: string }} Outcome
 */

/** A stage that either holds or not counts as one. */
export function verdict(holds, note) {
  return { passed: holds ? 1 : 0, failed: holds ? 0 : 1, ...(note === undefined ? {} : { note }) };
}
