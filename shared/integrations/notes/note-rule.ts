/** What a quote implies, and how the app applies it. */
export type NoteRow = readonly [rule: string, application: string];

/** A rule that follows from one statement of the project's notes. */
export interface NoteRule {
  /** `N-001` …; also the key of the quote in the source registry. */
  id: string;
  /** The notes' own words, in their spelling. */
  quote: string;
  /** What it implies for a design. */
  rule: string;
  /**
   * How the app checks or applies it: ERR error, WARN warning, AUTO inserts a mediator or statement, ADV
   * advice, PROP property of a node or edge, SIM parameter of the simulator.
   */
  application: string;
}
