/**
 * Why a request failed. `bad-request` and `forbidden` are faults of the caller, `not-found` an unknown
 * handle, `unreadable` a file that is no design, `io` the disk, `busy` a second run of a thing that
 * runs once, `internal` everything else.
 */
export const errorCodes = [
  'bad-request',
  'forbidden',
  'not-found',
  'unreadable',
  'read-only',
  'io',
  'busy',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Where in a file a problem is; line and column count from 1. */
export interface FilePlace {
  line?: number;
  column?: number;
  /** Path of members, for example `nodes[3].service`. */
  path?: string;
}

/** One problem of a file, with its place. */
export interface FileProblem extends FilePlace {
  message: string;
}

/** A failure as it crosses between the processes: a sentence for the user, and the problems behind it. */
export interface IpcFailure {
  code: ErrorCode;
  message: string;
  /** What the user can do about it. */
  advice?: string;
  problems?: FileProblem[];
}

/** Every request is answered by a value or a failure; it never rejects for an expected reason. */
export type Reply<Value> = { ok: true; value: Value } | { ok: false; error: IpcFailure };
