import type { Design } from '../../graph/design.ts';
import type { RunResult } from '../kernel/run.ts';
import { getSourceId, type WorkloadPart } from './workload-sources.ts';

/** What a workload has sent in a run. */
export interface WorkloadSummary {
  id: string;
  /** Node it is attached to. */
  node: string;
  name: string;
  /** All records sent, those below included. */
  records: number;
  /** Sent some time after their event. */
  late: number;
  /** Sent once more; the pipeline treats them like any record. */
  duplicates: number;
  /** Ids of its sources, as `endToEnd` names them, with words for people. */
  sources: { id: string; label: string }[];
}

/** Counts what every workload has sent, from the links its sources feed. */
export function summarizeWorkloads(design: Design, run: Pick<RunResult, 'links'>): WorkloadSummary[] {
  const records = new Map(run.links.map((link) => [link.id, link.records]));
  return design.workloads.map((workload): WorkloadSummary => {
    const name = workload.name ?? workload.id;
    const count = (part: WorkloadPart): number => records.get(`${getSourceId(workload, part)}:link`) ?? 0;
    const [onTime, late, duplicates] = [count('on-time'), count('late'), count('duplicate')];
    return {
      id: workload.id,
      node: workload.node,
      name,
      records: onTime + late + duplicates,
      late,
      duplicates,
      sources: (['on-time', 'late', 'duplicate'] as const).map((part) => ({
        id: getSourceId(workload, part),
        label: part === 'on-time' ? name : `${name} (${part})`,
      })),
    };
  });
}
