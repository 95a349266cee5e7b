import type { LimitDefinition } from '../../services/define-service.ts';
import type { SourceKey } from '../../sources/source.ts';
import type { StationResult } from '../kernel/run.ts';
import { getMeanSeconds } from '../kernel/service-time.ts';
import type { StationSpec } from '../kernel/station.ts';
import type { ModelFigures } from './binding-limit.ts';

/** A stage that takes time by design, whatever the load: a buffer, a job's period, a delay, work. */
export interface HoldingStage {
  /** `delivery buffer`. */
  label: string;
  /** Mean time of a record in the stage, s. */
  meanSeconds: number;
  /** What makes it so, with the numbers. */
  reason: string;
  /** Of the figures of the catalogue it rests on, else of the model. */
  sources: readonly SourceKey[];
}

/** Less of the time of the node or edge is not worth a line. */
const leastShare = 0.01;

/**
 * Stages of a node or edge that hold records by design, the longest first.
 * @param parts the stations of the node or edge.
 */
export function describeHoldingStages(
  parts: readonly { spec: StationSpec; station: StationResult }[],
  figures: ModelFigures = { limits: [], sources: [] },
): HoldingStage[] {
  const total = parts.reduce((sum, { station }) => sum + station.sojourn.mean, 0);
  return parts
    .flatMap(({ spec, station }): HoldingStage[] => {
      const meanSeconds = station.sojourn.mean;
      const reasons = [describeBatch(spec), describeJob(spec), describeWork(spec), describeDelay(spec)];
      const told = reasons.filter((reason) => reason !== undefined);
      if (told.length === 0 || meanSeconds < leastShare * total || total <= 0) return [];
      const sources = findSources(
        told.flatMap(({ numbers }) => numbers),
        figures,
      );
      return [{ label: spec.label, meanSeconds, reason: told.map(({ text }) => text).join('; '), sources }];
    })
    .sort((a, b) => b.meanSeconds - a.meanSeconds);
}

interface Reason {
  text: string;
  numbers: { value: number; unit: 's' | 'bytes' | 'records' }[];
}

function describeBatch({ batch }: StationSpec): Reason | undefined {
  if (!batch) return undefined;
  const { maxRecords, maxBytes, maxSeconds } = batch;
  const ends = [
    maxBytes === undefined ? undefined : showBytes(maxBytes),
    maxRecords === undefined ? undefined : `${show(maxRecords)} records`,
  ].filter((end) => end !== undefined);
  return {
    text: `collects until ${ends.length > 0 ? `${ends.join(' or ')} have come, at most ` : ''}${showSeconds(maxSeconds)}`,
    numbers: [
      { value: maxSeconds, unit: 's' },
      ...(maxBytes === undefined ? [] : [{ value: maxBytes, unit: 'bytes' as const }]),
      ...(maxRecords === undefined ? [] : [{ value: maxRecords, unit: 'records' as const }]),
    ],
  };
}

function describeJob({ job }: StationSpec): Reason | undefined {
  if (!job) return undefined;
  const { periodSeconds, startupSeconds } = job;
  const rhythm =
    periodSeconds > 0 ? `a run every ${showSeconds(periodSeconds)}` : 'a run when there is input';
  return {
    text: startupSeconds > 0 ? `${rhythm}, ${showSeconds(startupSeconds)} to start` : rhythm,
    numbers: [{ value: startupSeconds, unit: 's' }],
  };
}

function describeWork({ service }: StationSpec): Reason | undefined {
  if (service?.kind !== 'servers' && service?.kind !== 'unlimited') return undefined;
  const seconds = service.time ? getMeanSeconds(service.time) : 0;
  if (seconds <= 0) return undefined;
  const batch = service.kind === 'servers' ? (service.batchRecords ?? 1) : 1;
  const text = `${showSeconds(seconds)} of work for ${batch === 1 ? 'a record' : `${show(batch)} records`}`;
  return { text, numbers: [{ value: seconds, unit: 's' }] };
}

function describeDelay({ delaySeconds = 0 }: StationSpec): Reason | undefined {
  if (delaySeconds <= 0) return undefined;
  const text = `${showSeconds(delaySeconds)} on the way for every record`;
  return { text, numbers: [{ value: delaySeconds, unit: 's' }] };
}

function findSources(numbers: Reason['numbers'], { limits, sources }: ModelFigures): readonly SourceKey[] {
  const fits = (limit: LimitDefinition): boolean =>
    limit.kind !== 'price' &&
    numbers.some(
      ({ value, unit }) => limit.value === value && (limit.unit === unit || limit.unit === 'count'),
    );
  const found = limits.filter(fits).flatMap((limit) => limit.sources);
  return found.length > 0 ? [...new Set(found)] : sources;
}

const show = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: 4 });

function showBytes(value: number): string {
  if (value < 1000) return `${show(value)} bytes`;
  return value < 1e6 ? `${show(value / 1e3)} kB` : `${show(value / 1e6)} MB`;
}

function showSeconds(value: number): string {
  if (value < 1) return `${show(value * 1000)} ms`;
  if (value >= 3600 && value % 3600 === 0) return `${show(value / 3600)} h`;
  return value >= 120 && value % 60 === 0 ? `${show(value / 60)} min` : `${show(value)} s`;
}
