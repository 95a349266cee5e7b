import { OracleError } from './oracle-case.ts';

/** A metric name taken apart: `delayP95Arrivals10to20` → base delay, share 0.95, arrivals [10, 20). */
export interface MetricQuery {
  base: string;
  /** mean, max or a share of the mass for percentiles. */
  statistic?: 'mean' | 'max' | number;
  /** Number at the end: a time or a count. */
  at?: number;
  from?: number;
  to?: number;
}

const NUMBER = '(\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)';
const distribution = new RegExp(
  `^(wait|sojourn|endToEnd|delay)(Mean|Max|P\\d+)(?:Arrivals${NUMBER}to${NUMBER})?$`,
);
const ranged = new RegExp(`^(unitSeconds)${NUMBER}to${NUMBER}$`);
const timed = new RegExp(`^(backlogAt|iteratorAgeAt|fractionTimeConcurrencyAbove)${NUMBER}$`);
const plain = /^[a-zA-Z]+$/;

/** Takes a metric name apart. Throws OracleError for a name of no known form. */
export function parseMetricName(name: string): MetricQuery {
  const byDistribution = distribution.exec(name);
  if (byDistribution !== null) {
    const [, base = '', statistic = '', from, to] = byDistribution;
    return {
      base,
      statistic: parseStatistic(statistic),
      ...(from === undefined || to === undefined ? {} : { from: Number(from), to: Number(to) }),
    };
  }
  const byRange = ranged.exec(name);
  if (byRange !== null) {
    return { base: byRange[1] ?? '', from: Number(byRange[2]), to: Number(byRange[3]) };
  }
  const byTime = timed.exec(name);
  if (byTime !== null) {
    return { base: byTime[1] ?? '', at: Number(byTime[2]) };
  }
  if (plain.test(name)) {
    return { base: name };
  }
  throw new OracleError(`the metric ${name} is not known`);
}

/** `P95` → 0.95, `P999` → 0.999. */
function parseStatistic(text: string): 'mean' | 'max' | number {
  if (text === 'Mean') {
    return 'mean';
  }
  if (text === 'Max') {
    return 'max';
  }
  const digits = text.slice(1);
  return Number(digits) / 10 ** Math.max(2, digits.length);
}
