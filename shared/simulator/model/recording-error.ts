/** A recording that cannot be used; the message names the line, what was found and what is allowed. */
export class RecordingError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(`Line ${line}: ${message}`);
    this.name = 'RecordingError';
    this.line = line;
  }
}
