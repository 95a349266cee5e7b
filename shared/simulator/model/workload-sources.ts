import type { Scenario, Workload } from '../../graph/design.ts';
import { getMeanBytes, getSizeClasses } from '../../graph/record-sizes.ts';
import type { SourceSpec } from '../kernel/station.ts';
import { scaleArrivals, shiftArrivals } from './shift-arrivals.ts';
import { buildArrivals } from './workload-arrivals.ts';

/** Parts a workload is sent in: in time, after its event, or once more. */
export type WorkloadPart = 'on-time' | 'late' | 'duplicate';

/** Id of the source that sends a part of a workload. */
export function getSourceId(workload: Pick<Workload, 'id'>, part: WorkloadPart): string {
  return part === 'on-time' ? `load:${workload.id}` : `load:${workload.id}:${part}`;
}

/**
 * Sources of a workload. Late records follow the same curve so many seconds later; of events before
 * the run they bring the rate the curve starts with. Duplicates come with their originals.
 * @throws RecordingError when a recorded workload cannot be read.
 */
export function buildSources(
  workload: Workload,
  scenario: Pick<Scenario, 'durationSeconds'> & Partial<Scenario>,
): SourceSpec[] {
  const { duplicateShare = 0, lateShare = 0, lateSeconds = 0 } = workload;
  const arrivals = buildArrivals(workload.arrivals, scenario.durationSeconds, scenario.loadFactor ?? 1, {
    seed: scenario.seed ?? 1,
    stream: workload.id,
  });
  const classes = getSizeClasses(workload);
  const build = (part: WorkloadPart, share: number): SourceSpec => ({
    id: getSourceId(workload, part),
    owner: workload.node,
    label: part === 'on-time' ? (workload.name ?? workload.id) : `${workload.name ?? workload.id} (${part})`,
    arrivals: scaleArrivals(part === 'late' ? shiftArrivals(arrivals, lateSeconds) : arrivals, share),
    recordSizeBytes: getMeanBytes(workload),
    ...(classes.length > 1 && { sizes: classes }),
    ...(part === 'late' && { eventAgeSeconds: lateSeconds }),
  });
  const isLate = lateShare > 0 && lateSeconds > 0;
  return [
    ...(isLate && lateShare >= 1 ? [] : [build('on-time', isLate ? 1 - lateShare : 1)]),
    ...(isLate ? [build('late', lateShare)] : []),
    ...(duplicateShare > 0 ? [build('duplicate', duplicateShare)] : []),
  ];
}
