import { readCloudWatchJson } from './read-cloudwatch-json.ts';
import { getCells, isHeader, isTimeStamp, parseTimeStamp, skipPreamble } from './recording-cells.ts';
import { RecordingError } from './recording-error.ts';

export { RecordingError } from './recording-error.ts';

export interface RecordedRate {
  seconds: number;
  recordsPerSecond: number;
}

/** One value of a recording before it is a rate; `line` is 1 for the first. */
export interface RecordedValue {
  line: number;
  seconds: number;
  value: number;
  /** The time was written as a date, so the seconds are those since 1970. */
  isDate: boolean;
}

const maxRows = 500_000;
/** A plain number of seconds from here on is a time since 1970, not since the start. */
const firstEpochSecond = 1e9;
/** A step this much longer than the usual one is a gap. */
const gapFactor = 1.5;

/**
 * Reads recorded rates: rows `seconds,recordsPerSecond` with rising times, with or without a header.
 * CloudWatch exports are read too: CSV with time stamps (the console's, with the rows it puts on top),
 * and the JSON of get-metric-data and get-metric-statistics, in any order. Times count from the first
 * row. With `per-period` a value is the number of records until the next row and becomes a rate.
 * @throws RecordingError naming the line for text, missing values, negative rates or reversed time.
 */
export function parseRecording(
  text: string,
  counts: 'per-second' | 'per-period' = 'per-second',
): RecordedRate[] {
  const values = readValues(text);
  const first = values[0];
  if (!first)
    throw new RecordingError(1, 'no rows found; at least one row seconds,recordsPerSecond is required.');
  const origin = first.isDate || first.seconds >= firstEpochSecond ? first.seconds : 0;
  const rows = values.map(({ seconds, value }) => ({ seconds: seconds - origin, recordsPerSecond: value }));
  if (counts === 'per-period') return toRates(rows);
  const start = rows[0]?.seconds ?? 0;
  return start > 0 ? [{ seconds: 0, recordsPerSecond: first.value }, ...rows] : rows;
}

/** A recording is regular, and a longer step a gap, when at least this share of its steps are equal. */
const regularShare = 0.75;

/** Stretches without rows in a regular recording, longer than half as much again as its step; the first few. */
export function findGaps(
  rows: readonly RecordedRate[],
  most = 5,
): { fromSeconds: number; toSeconds: number }[] {
  const steps = rows.slice(1).map((row, index) => ({
    fromSeconds: rows[index]?.seconds ?? 0,
    toSeconds: row.seconds,
  }));
  const usual = getUsualStep(rows);
  const regular = steps.filter((step) => Math.abs(step.toSeconds - step.fromSeconds - usual) < usual * 1e-6);
  if (regular.length < regularShare * steps.length) return [];
  return steps.filter((step) => step.toSeconds - step.fromSeconds > usual * gapFactor).slice(0, most);
}

function readValues(text: string): RecordedValue[] {
  const plain = text.replace(/^\uFEFF/, '');
  const values = /^\s*[[{]/.test(plain) ? readCloudWatchJson(plain) : readCsv(plain);
  if (values.length > maxRows)
    throw new RecordingError(
      maxRows + 1,
      `the recording has more than ${maxRows} rows; shorten it or use coarser steps.`,
    );
  values.forEach(({ line, seconds }, index) => {
    const before = values[index - 1];
    if (before && seconds <= before.seconds) {
      throw new RecordingError(
        line,
        `the time ${seconds} does not come after ${before.seconds} in the row before; sort the rows by time.`,
      );
    }
  });
  return values;
}

function readCsv(text: string): RecordedValue[] {
  const lines = text.split(/\r\n|\n|\r/);
  const values: RecordedValue[] = [];
  for (let index = skipPreamble(lines); index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '' || (index === 0 && isHeader(line))) continue;
    values.push(readRow(line, index + 1));
    if (values.length > maxRows) break;
  }
  return values;
}

function readRow(text: string, line: number): RecordedValue {
  const [time, rate, ...rest] = getCells(text);
  if (time === undefined || rate === undefined || time === '' || rate === '') {
    throw new RecordingError(
      line,
      `found ${JSON.stringify(text)}; two values are required: seconds,recordsPerSecond.`,
    );
  }
  if (rest.some((cell) => cell !== ''))
    throw new RecordingError(
      line,
      `found ${rest.length + 2} values; only seconds,recordsPerSecond are allowed. Export one metric at a time.`,
    );
  const isDate = isTimeStamp(time);
  const seconds = isDate ? parseTimeStamp(time) : Number(time);
  const value = Number(rate);
  if (!Number.isFinite(seconds) || (seconds < 0 && !isDate))
    throw new RecordingError(line, `the time ${JSON.stringify(time)} is not a number of seconds from 0.`);
  if (!Number.isFinite(value) || value < 0)
    throw new RecordingError(line, `the rate ${JSON.stringify(rate)} is not a number from 0.`);
  return { line, seconds, value, isDate };
}

/**
 * Counts become rates over the usual step. CloudWatch keeps no point for a period without records,
 * so the rate is 0 from the end of a row's period to the next row, and after the last one.
 */
function toRates(rows: readonly RecordedRate[]): RecordedRate[] {
  const period = getUsualStep(rows);
  if (period <= 0)
    throw new RecordingError(
      1,
      'counts per period need at least two rows: the period is the time between them.',
    );
  const rates: RecordedRate[] = (rows[0]?.seconds ?? 0) > 0 ? [{ seconds: 0, recordsPerSecond: 0 }] : [];
  rows.forEach(({ seconds, recordsPerSecond }, index) => {
    const next = rows[index + 1]?.seconds ?? Number.POSITIVE_INFINITY;
    const length = Math.min(period, next - seconds);
    rates.push({ seconds, recordsPerSecond: recordsPerSecond / length });
    if (next - seconds > period * (1 + 1e-9)) rates.push({ seconds: seconds + period, recordsPerSecond: 0 });
  });
  return rates;
}

/** Median time between rows; 0 for fewer than two. */
function getUsualStep(rows: readonly RecordedRate[]): number {
  const steps = rows.slice(1).map((row, index) => row.seconds - (rows[index]?.seconds ?? 0));
  steps.sort((a, b) => a - b);
  return steps[Math.floor((steps.length - 1) / 2)] ?? 0;
}
