/** Exit codes of every verb. */
export const exitCodes = {
  /** Done, nothing to report. */
  fine: 0,
  /** Done, and there is something to act on. */
  findings: 1,
  /** Not done: the arguments or the file cannot be used. */
  unusable: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
