/** Rows a console export may have above its first data row. */
const maxPreamble = 30;

const stampPattern =
  /^(\d{4})[-/](\d{2})[-/](\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s*(?:Z|UTC|([+-])(\d{2}):?(\d{2}))?$/;

/** Cells of a row separated by commas, semicolons or tabs; quotes around a cell are taken off. */
export function getCells(line: string): string[] {
  return line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

/** A first line is a header unless its first cell is a number or a time stamp. */
export function isHeader(line: string): boolean {
  const first = getCells(line)[0] ?? '';
  return first !== '' && Number.isNaN(Number(first)) && !isTimeStamp(first);
}

/**
 * Index of the first line after the rows a console export puts above its data (label, period,
 * statistic and so on): those before the first time stamp, when there is one near the top. 0 when the
 * rows are plain seconds, which have at most one header line.
 */
export function skipPreamble(lines: readonly string[]): number {
  const head = lines.slice(0, maxPreamble);
  const first = head.findIndex((line) => isTimeStamp(getCells(line)[0] ?? ''));
  const isAllText = head
    .slice(0, Math.max(0, first))
    .every((line) => line.trim() === '' || !startsWithNumber(line));
  return first > 0 && isAllText ? first : 0;
}

function startsWithNumber(line: string): boolean {
  const cell = getCells(line)[0] ?? '';
  return cell !== '' && Number.isFinite(Number(cell));
}

/** Whether a cell is a date with a time. */
export function isTimeStamp(cell: string): boolean {
  return stampPattern.test(cell);
}

/** Seconds since 1970 of a date with a time, without a clock; UTC unless the stamp has an offset. */
export function parseTimeStamp(cell: string): number {
  const [, year, month, day, hour, minute, second, sign, offsetHours, offsetMinutes] =
    stampPattern.exec(cell) ?? [];
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
  const offset = (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)) * (sign === '-' ? -60 : 60);
  return days * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0) - offset;
}
