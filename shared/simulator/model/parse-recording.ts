/** A recording that cannot be used; the message names the line, what was found and what is allowed. */
export class RecordingError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(`Line ${line}: ${message}`);
    this.name = 'RecordingError';
    this.line = line;
  }
}

export interface RecordedRate {
  seconds: number;
  recordsPerSecond: number;
}

const maxRows = 500_000;

/**
 * Reads recorded rates: a header line, then `seconds,recordsPerSecond` rows with rising times. A
 * CloudWatch export is accepted too: ISO time stamps in the first column count from the first row.
 * @throws RecordingError naming the line for text, gaps in a row, negative rates or reversed time.
 */
export function parseRecording(csv: string): RecordedRate[] {
  const lines = csv.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const rows: RecordedRate[] = [];
  let origin: number | undefined;
  lines.forEach((line, index) => {
    const number = index + 1;
    if (line.trim() === '' || (index === 0 && isHeader(line))) return;
    if (rows.length >= maxRows)
      throw new RecordingError(
        number,
        `the recording has more than ${maxRows} rows; shorten it or use coarser steps.`,
      );
    const [time, rate, ...rest] = getCells(line);
    if (time === undefined || rate === undefined || time === '' || rate === '') {
      throw new RecordingError(
        number,
        `found ${JSON.stringify(line)}; two values are required: seconds,recordsPerSecond.`,
      );
    }
    if (rest.some((cell) => cell !== ''))
      throw new RecordingError(
        number,
        `found ${rest.length + 2} values; only seconds,recordsPerSecond are allowed.`,
      );
    let seconds = Number(time);
    if (isTimeStamp(time)) {
      const stamp = parseTimeStamp(time);
      origin ??= stamp;
      seconds = stamp - origin;
    }
    const recordsPerSecond = Number(rate);
    if (!Number.isFinite(seconds) || seconds < 0)
      throw new RecordingError(number, `the time ${JSON.stringify(time)} is not a number of seconds from 0.`);
    if (!Number.isFinite(recordsPerSecond) || recordsPerSecond < 0) {
      throw new RecordingError(number, `the rate ${JSON.stringify(rate)} is not a number from 0.`);
    }
    const before = rows.at(-1);
    if (before && seconds <= before.seconds) {
      throw new RecordingError(
        number,
        `the time ${seconds} does not come after ${before.seconds} in the row before; sort the rows by time.`,
      );
    }
    rows.push({ seconds, recordsPerSecond });
  });
  if (rows.length === 0)
    throw new RecordingError(1, 'no rows found; at least one row seconds,recordsPerSecond is required.');
  const first = rows[0];
  if (first && first.seconds > 0) rows.unshift({ seconds: 0, recordsPerSecond: first.recordsPerSecond });
  return rows;
}

function getCells(line: string): string[] {
  return line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

/** The first line is a header unless its first cell is a number or a time stamp. */
function isHeader(line: string): boolean {
  const first = getCells(line)[0] ?? '';
  return first !== '' && Number.isNaN(Number(first)) && !isTimeStamp(first);
}

function isTimeStamp(cell: string): boolean {
  return /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(cell);
}

/** Seconds since 1970 of `YYYY-MM-DD hh:mm[:ss]`, read as UTC without a clock or a time zone. */
function parseTimeStamp(cell: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?/.exec(cell) ?? [];
  const y = Number(year) - (Number(month) <= 2 ? 1 : 0);
  const m = (Number(month) + 9) % 12;
  // Days from the civil calendar, March-based years (no leap-day special case inside a year).
  const days =
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * m + 2) / 5) +
    Number(day) -
    719_469;
  return days * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0);
}
