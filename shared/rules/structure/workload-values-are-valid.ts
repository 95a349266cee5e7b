import type { Arrivals, Workload } from '../../graph/design.ts';
import { parseRecording, RecordingError } from '../../simulator/model/parse-recording.ts';
import { defineDesignRule, type Problem } from '../define-rule.ts';
import { formatNumber } from '../wording.ts';

const maxKeys = 1_000_000;

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
  const problems: Problem[] = [];
  const report = (property: string, message: string): void => {
    problems.push({
      message: `${workload.name ?? workload.id}: ${message}`,
      part: property,
      targets: [{ kind: 'workload', id: workload.id, property }],
    });
  };
  for (const [name, value] of Object.entries(workload.arrivals)) {
    const numbers = Array.isArray(value) ? value : [value];
    const wrong = numbers.find((item) => typeof item === 'number' && !(Number.isFinite(item) && item >= 0));
    if (wrong !== undefined)
      report(`arrivals.${name}`, `${name} is ${String(wrong)}; at least 0 is required.`);
  }
  if (!(workload.recordSizeBytes > 0 && Number.isFinite(workload.recordSizeBytes)))
    report('recordSizeBytes', `a record has ${workload.recordSizeBytes} bytes; more than 0 is required.`);
  if (!(Number.isInteger(workload.keyCount) && workload.keyCount >= 1 && workload.keyCount <= maxKeys))
    report(
      'keyCount',
      `there are ${workload.keyCount} partition keys; a whole number from 1 to ${formatNumber(maxKeys)} is required.`,
    );
  checkPattern(workload.arrivals, report);
  if (workload.keys.kind === 'weights' && workload.keys.weights.length !== workload.keyCount)
    report(
      'keys',
      `${formatNumber(workload.keys.weights.length)} weights are given for ${formatNumber(workload.keyCount)} partition keys; one for each key is required.`,
    );
  return problems;
}

function checkPattern(arrivals: Arrivals, report: (property: string, message: string) => void): void {
  if (arrivals.pattern === 'daily' && arrivals.hourlyPerSecond.length !== 24)
    report(
      'arrivals.hourlyPerSecond',
      `the daily curve has ${arrivals.hourlyPerSecond.length} hours; 24 are required.`,
    );
  if (arrivals.pattern !== 'recorded') return;
  try {
    parseRecording(arrivals.csv);
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    report('arrivals.csv', `the recording cannot be read. ${error.message}`);
  }
}
