import type { Arrivals, Workload } from '../../graph/design.ts';
import { findGaps, parseRecording, RecordingError } from '../../simulator/model/parse-recording.ts';
import { defineDesignRule, type Problem } from '../define-rule.ts';
import type { Severity } from '../finding.ts';
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

/** Notes a fault of a member of the workload; an error unless said otherwise. */
type Report = (property: string, message: string, severity?: Severity) => void;

function checkWorkload(workload: Workload): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (property, message, severity) => {
    problems.push({
      message: `${workload.name ?? workload.id}: ${message}`,
      part: property,
      targets: [{ kind: 'workload', id: workload.id, property }],
      ...(severity && { severity }),
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
  checkShares(workload, report);
  checkSizes(workload, report);
  if (workload.keys.kind === 'weights' && workload.keys.weights.length !== workload.keyCount)
    report(
      'keys',
      `${formatNumber(workload.keys.weights.length)} weights are given for ${formatNumber(workload.keyCount)} partition keys; one for each key is required.`,
    );
  return problems;
}

function checkPattern(arrivals: Arrivals, report: Report): void {
  if (arrivals.pattern === 'daily' || arrivals.pattern === 'weekly') {
    const hours = arrivals.pattern === 'daily' ? 24 : 168;
    if (arrivals.hourlyPerSecond.length !== hours)
      report(
        'arrivals.hourlyPerSecond',
        `the ${arrivals.pattern} curve has ${arrivals.hourlyPerSecond.length} hours; ${hours} are required.`,
      );
    const spreads = arrivals.spread?.length ?? 1;
    if (spreads !== 1 && spreads !== hours)
      report('arrivals.spread', `there are ${spreads} spreads; 1 or ${hours} are required.`);
  }
  if (arrivals.pattern !== 'recorded') return;
  try {
    const gap = findGaps(parseRecording(arrivals.csv), 1)[0];
    if (gap)
      report(
        'arrivals.csv',
        `the recording has no rows from ${gap.fromSeconds} to ${gap.toSeconds} s. The gap is ` +
          (arrivals.counts === 'per-period' ? 'taken as no records.' : 'bridged by a straight line.'),
        'warning',
      );
    parseRecording(arrivals.csv, arrivals.counts);
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    report('arrivals.csv', `the recording cannot be read. ${error.message}`);
  }
}

function checkShares(workload: Workload, report: Report): void {
  for (const name of ['duplicateShare', 'lateShare'] as const) {
    const share = workload[name] ?? 0;
    if (!(share >= 0 && share <= 1)) report(name, `${name} is ${share}; 0 to 1 is required.`);
  }
  const { lateShare = 0, lateSeconds = 0 } = workload;
  if (!(lateSeconds >= 0 && Number.isFinite(lateSeconds)))
    report('lateSeconds', `records come ${lateSeconds} s late; at least 0 is required.`);
  else if (lateShare > 0 && lateSeconds === 0)
    report('lateSeconds', 'a share of the records is late by 0 s; state by how much, or no late share.');
}

function checkSizes({ recordSizes }: Workload, report: Report): void {
  if (
    recordSizes?.kind === 'uniform' &&
    !(recordSizes.minBytes > 0 && recordSizes.maxBytes >= recordSizes.minBytes)
  )
    report(
      'recordSizes',
      `sizes run from ${recordSizes.minBytes} to ${recordSizes.maxBytes} bytes; rising sizes above 0 are required.`,
    );
  if (recordSizes?.kind === 'lognormal' && !(recordSizes.coefficientOfVariation >= 0))
    report(
      'recordSizes',
      `the coefficient of variation is ${recordSizes.coefficientOfVariation}; at least 0 is required.`,
    );
  if (
    recordSizes?.kind === 'listed' &&
    !(
      recordSizes.sizes.some((size) => size.weight > 0) &&
      recordSizes.sizes.every((size) => size.bytes > 0 && size.weight >= 0)
    )
  )
    report(
      'recordSizes',
      'every listed size needs more than 0 bytes and a weight of at least 0, one above 0.',
    );
}
