import type { ErrorCode, FileProblem, IpcFailure } from '../shared/ipc/reply.ts';

/** An expected failure with a sentence for the user; anything else that is thrown is a fault of ours. */
export class Failure extends Error {
  readonly code: ErrorCode;
  readonly advice: string | undefined;
  readonly problems: FileProblem[] | undefined;

  constructor(code: ErrorCode, message: string, details: { advice?: string; problems?: FileProblem[] } = {}) {
    super(message);
    this.name = 'Failure';
    this.code = code;
    this.advice = details.advice;
    this.problems = details.problems;
  }
}

/** What crosses to the page: the sentence of a Failure, and nothing about the machine otherwise. */
export function toIpcFailure(error: unknown): IpcFailure {
  if (error instanceof Failure) {
    return {
      code: error.code,
      message: error.message,
      ...(error.advice === undefined ? {} : { advice: error.advice }),
      ...(error.problems === undefined ? {} : { problems: error.problems }),
    };
  }
  const code = getSystemErrorCode(error);
  if (code !== undefined) return { code: 'io', message: describeSystemError(code) };
  return { code: 'internal', message: 'Something went wrong inside the app. The log has the details.' };
}

/** `ENOSPC` and the like; undefined for errors that did not come from the operating system. */
export function getSystemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : undefined;
}

const systemErrors = new Map([
  ['ENOSPC', 'The disk is full.'],
  ['EDQUOT', 'The disk quota is used up.'],
  ['EACCES', 'The system does not permit this.'],
  ['EPERM', 'The system does not permit this.'],
  ['EROFS', 'The disk is read-only.'],
  ['ENOENT', 'The file or folder is not there any more.'],
  ['EIO', 'The disk reported an error.'],
  ['EMFILE', 'Too many files are open.'],
  ['EBUSY', 'Another program is using the file.'],
  ['EISDIR', 'This is a folder.'],
  ['ENOTDIR', 'A part of the path is not a folder.'],
  ['ENAMETOOLONG', 'The name is too long.'],
]);

/** A sentence for an operating system's error code. */
export function describeSystemError(code: string): string {
  return systemErrors.get(code) ?? `The system reported ${code}.`;
}
