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

/** The chain for people, a link with its limit, formula and sources; in the order found. */
export function printCauses({ node, symptom, causes }: Explanation): string {
  if (causes.length === 0) return `${symptom} at ${node}: nothing found, here or around it`;
  return [`${symptom} at ${node}:`, ...causes.map((cause) => `  ${printCause(cause, symptom)}`)].join('\n');
}

function printCause(cause: CauseLink, symptom: Symptom): string {
  const rates = `${formatAmount(cause.offeredPerSecond)} records/s offered, ${formatAmount(cause.passedPerSecond)} passed on`;
  const share = symptom === 'latency' ? ` (${formatAmount(cause.share * 100)} % of all)` : '';
  // Far below the rest: it is here because it holds others back.
  const own = cause.share < 0.01 ? 'at its limit' : `${showValue[symptom](cause.value)}${share}`;
  const lines = [`${cause.direction} ${cause.name}: ${own}; ${rates}`];
  if (cause.bindingLimit !== undefined) {
    lines.push(`limit: ${cause.bindingLimit}, at most ${formatAmount(cause.peakUtilization * 100)} % used`);
  }
  const { formula, quota, sources = [] } = cause.limit ?? {};
  if (formula !== undefined) lines.push(formula);
  if (quota)
    lines.push(`quota: ${quota.label}, ${formatAmount(quota.value)} ${quota.unit} (${quota.adjustable})`);
  if (sources.length > 0) lines.push(`sources: ${sources.join(', ')}`);
  for (const { label, meanSeconds, reason } of cause.holding ?? []) {
    lines.push(`${label}, ${formatAmount(meanSeconds)} s on average: ${reason}`);
  }
  return lines.join('\n    ');
}
