import { isTimeStamp, parseTimeStamp } from './recording-cells.ts';
import { RecordingError } from './recording-error.ts';
import type { RecordedValue } from './parse-recording.ts';

/** Statistics of get-metric-statistics that can stand for an amount of records, best first. */
const statistics = ['Sum', 'Average', 'Maximum', 'SampleCount', 'Minimum'] as const;

/**
 * Values of the JSON that get-metric-data (`MetricDataResults`) or get-metric-statistics (`Datapoints`)
 * prints, sorted by time: both answer in no order one can rely on.
 * @throws RecordingError for other JSON, several metrics, or values that are not numbers from 0.
 */
export function readCloudWatchJson(text: string): RecordedValue[] {
  const pairs = getPairs(parseJson(text));
  return pairs
    .map(([time, value], index): RecordedValue => {
      const seconds = readTime(time);
      if (seconds === undefined)
        throw new RecordingError(
          index + 1,
          `${JSON.stringify(time)} is not a time stamp (in the JSON’s order).`,
        );
      if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
        throw new RecordingError(index + 1, `the value ${JSON.stringify(value)} is not a number from 0.`);
      return { line: index + 1, seconds, value, isDate: true };
    })
    .sort((a, b) => a.seconds - b.seconds);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new RecordingError(1, `this is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

function getPairs(json: unknown): [unknown, unknown][] {
  const results = getMember(json, 'MetricDataResults');
  if (Array.isArray(results)) {
    if (results.length !== 1)
      throw new RecordingError(
        1,
        `found ${results.length} metrics; one is required. Export one metric at a time.`,
      );
    const [times, values] = [getMember(results[0], 'Timestamps'), getMember(results[0], 'Values')];
    if (!Array.isArray(times) || !Array.isArray(values) || times.length !== values.length)
      throw new RecordingError(1, 'Timestamps and Values must be lists of the same length.');
    return times.map((time: unknown, index): [unknown, unknown] => [time, values[index]]);
  }
  const points = getMember(json, 'Datapoints');
  if (Array.isArray(points)) {
    const name = statistics.find((candidate) => getMember(points[0], candidate) !== undefined);
    return points.map((point: unknown): [unknown, unknown] => [
      getMember(point, 'Timestamp'),
      name === undefined ? undefined : getMember(point, name),
    ]);
  }
  throw new RecordingError(
    1,
    'this JSON is no CloudWatch export; "MetricDataResults" or "Datapoints" is required.',
  );
}

function getMember(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** ISO text, or seconds since 1970 as some versions of the command line print them. */
function readTime(time: unknown): number | undefined {
  if (typeof time === 'number') return Number.isFinite(time) && time >= 0 ? time : undefined;
  return typeof time === 'string' && isTimeStamp(time) ? parseTimeStamp(time) : undefined;
}
