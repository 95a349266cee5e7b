import type { Arrivals, RecordSizes, Workload } from '../../graph/design.ts';
import { numberLimits } from '../../graph/value-limits.ts';
import { parseRecording, RecordingError } from './parse-recording.ts';

/** A value of a workload that cannot be simulated: which member, what was found and what is required. */
export interface WorkloadFault {
  property: string;
  message: string;
}

const maxKeys = numberLimits.keyCount.most;
const maxRatePerSecond = numberLimits.ratePerSecond.most;

type Report = (property: string, message: string) => void;

/** Everything in a workload that cannot be simulated; empty when it can. Never throws. */
export function findWorkloadFaults(workload: Workload): WorkloadFault[] {
  const faults: WorkloadFault[] = [];
  const report: Report = (property, message) => faults.push({ property, message });
  checkNumbers(workload.arrivals, report);
  checkPattern(workload.arrivals, report);
  if (!(workload.recordSizeBytes > 0 && Number.isFinite(workload.recordSizeBytes)))
    report('recordSizeBytes', `a record has ${workload.recordSizeBytes} bytes; more than 0 is required.`);
  if (workload.recordSizes) checkSizes(workload.recordSizes, report);
  checkKeys(workload, report);
  checkShares(workload, report);
  return faults;
}

function checkNumbers(arrivals: Arrivals, report: Report): void {
  for (const [name, value] of Object.entries(arrivals)) {
    const numbers = [value].flat().filter((item) => typeof item === 'number');
    const wrong = numbers.find((item) => !(Number.isFinite(item) && item >= 0));
    if (wrong !== undefined) report(`arrivals.${name}`, `${name} is ${wrong}; at least 0 is required.`);
    else if (numbers.some((item) => item > maxRatePerSecond))
      report(
        `arrivals.${name}`,
        `${name} is above ${maxRatePerSecond.toLocaleString('en-US')}, the most allowed.`,
      );
  }
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
    parseRecording(arrivals.csv, arrivals.counts);
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    report('arrivals.csv', `the recording cannot be read. ${error.message}`);
  }
}

function checkSizes(recordSizes: RecordSizes, report: Report): void {
  switch (recordSizes.kind) {
    case 'uniform': {
      const { minBytes, maxBytes } = recordSizes;
      if (!(minBytes > 0 && maxBytes >= minBytes && Number.isFinite(maxBytes)))
        report(
          'recordSizes',
          `sizes run from ${minBytes} to ${maxBytes} bytes; rising sizes above 0 are required.`,
        );
      return;
    }
    case 'lognormal': {
      const spread = recordSizes.coefficientOfVariation;
      if (!(spread >= 0 && Number.isFinite(spread)))
        report('recordSizes', `the coefficient of variation is ${spread}; at least 0 is required.`);
      return;
    }
    case 'listed': {
      const isGood = ({ bytes, weight }: { bytes: number; weight: number }): boolean =>
        bytes > 0 && weight >= 0 && Number.isFinite(bytes) && Number.isFinite(weight);
      if (!recordSizes.sizes.every(isGood) || !recordSizes.sizes.some((size) => size.weight > 0))
        report(
          'recordSizes',
          'every listed size needs more than 0 bytes and a weight of at least 0, one above 0.',
        );
    }
  }
}

function checkKeys({ keyCount, keys }: Workload, report: Report): void {
  if (!(Number.isInteger(keyCount) && keyCount >= 1 && keyCount <= maxKeys))
    report(
      'keyCount',
      `there are ${keyCount} partition keys; a whole number from 1 to ${maxKeys.toLocaleString('en-US')} is required.`,
    );
  const numbers = keys.kind === 'weights' ? keys.weights : keys.kind === 'zipf' ? [keys.exponent] : [];
  const wrong = numbers.find((value) => !(Number.isFinite(value) && value >= 0));
  if (wrong !== undefined)
    report(
      'keys',
      `${keys.kind === 'zipf' ? 'the exponent' : 'a weight'} is ${wrong}; at least 0 is required.`,
    );
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
