import type { Workload } from '../../graph/design.ts';
import { findGaps, parseRecording, RecordingError } from '../../simulator/model/parse-recording.ts';
import { findWorkloadFaults } from '../../simulator/model/workload-faults.ts';
import { defineDesignRule, type Problem } from '../define-rule.ts';
import { formatNumber } from '../wording.ts';

export const workloadValuesAreValid = defineDesignRule({
  id: 'workload-values-are-valid',
  severity: 'error',
  category: 'Structure',
  title: 'Workloads have rates, sizes and keys that can be simulated',
  description:
    'Negative or missing rates, a record size of zero or a recording that cannot be read make the simulation ' +
    'meaningless or impossible.',
  sources: ['DERIVED'],
  reach: 'structure',
  check: ({ design }) => design.workloads.flatMap(checkWorkload),
});

function checkWorkload(workload: Workload): Problem[] {
  const toProblem = (property: string, message: string): Problem => ({
    message: `${workload.name ?? workload.id}: ${message}`,
    part: property,
    targets: [{ kind: 'workload', id: workload.id, property }],
  });
  const problems = findWorkloadFaults(workload).map(({ property, message }) => toProblem(property, message));
  if (workload.keys.kind === 'weights' && workload.keys.weights.length !== workload.keyCount)
    problems.push(
      toProblem(
        'keys',
        `${formatNumber(workload.keys.weights.length)} weights are given for ${formatNumber(workload.keyCount)} partition keys; one for each key is required.`,
      ),
    );
  const gap = getGap(workload);
  if (gap !== undefined) problems.push({ ...toProblem('arrivals.csv', gap), severity: 'warning' });
  return problems;
}

/** The first stretch a regular recording leaves out, in words. */
function getGap({ arrivals }: Workload): string | undefined {
  if (arrivals.pattern !== 'recorded') return undefined;
  try {
    const gap = findGaps(parseRecording(arrivals.csv), 1)[0];
    if (!gap) return undefined;
    const filling = arrivals.counts === 'per-period' ? 'taken as no records' : 'bridged by a straight line';
    return `the recording has no rows from ${gap.fromSeconds} to ${gap.toSeconds} s. The gap is ${filling}.`;
  } catch (error) {
    // What cannot be read is a finding already.
    if (error instanceof RecordingError) return undefined;
    throw error;
  }
}
