import type { CauseLink, Symptom } from '../../shared/simulator/model/explain-symptom.ts';
import { formatAmount } from './print-table.ts';

/** The node and symptom of `--why NODE[:symptom]`, with what was found. */
export interface Explanation {
  node: string;
  symptom: Symptom;
  causes: readonly CauseLink[];
}

const showValue: Record<Symptom, (value: number) => string> = {
  throttling: (value) => `${formatAmount(value)} attempts refused`,
  age: (value) => `oldest record ${formatAmount(value)} s`,
  loss: (value) => `${formatAmount(value)} records lost`,
  latency: (value) => `${formatAmount(value)} s on average`,
};

/** The chain for people, one line a link, nearest first. */
export function printCauses({ node, symptom, causes }: Explanation): string {
  if (causes.length === 0) return `${symptom} at ${node}: nothing found, here or around it`;
  return [`${symptom} at ${node}:`, ...causes.map((cause) => `  ${printCause(cause, symptom)}`)].join('\n');
}

function printCause(cause: CauseLink, symptom: Symptom): string {
  const rates = `${formatAmount(cause.offeredPerSecond)} records/s offered, ${formatAmount(cause.passedPerSecond)} passed on`;
  const limit =
    cause.bindingLimit === undefined
      ? ''
      : `; limit: ${cause.bindingLimit}, at most ${formatAmount(cause.peakUtilization * 100)} % used`;
  return `${cause.direction} ${cause.name}: ${showValue[symptom](cause.value)}; ${rates}${limit}`;
}
