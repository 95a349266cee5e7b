import type { CaseNetwork } from './case-network.ts';
import type { MetricQuery } from './metric-name.ts';
import { findList, getNumber, type OracleCase, type OracleNode } from './oracle-case.ts';

/** How long a fluid run goes and in which steps. */
export interface FluidPlan {
  durationSeconds: number;
  stepSeconds: number;
  warmUpSeconds: number;
  perStep: boolean;
  lengthScale: number;
  /** The case leaves the length open: the run may go on until queues are empty. */
  mayExtend: boolean;
}

const MOST_STEPS = 400_000;
const FINEST = 1e-3;
const DEFAULT_SECONDS = 1000;
/** Names under which cases state how long they last. */
const HORIZONS = ['horizon', 'duration', 'durationSeconds', 'simSeconds', 'until', 'end', 'tEnd', 'seconds'];

/** Short names that mean the length of the run only where a total is asked for. */
const LOOSE_HORIZONS = ['T', 't', 'tMax', 't_end'];
const TOTALS = new Set(['rejectedTotal', 'expiredTotal']);

/** Chooses duration and step: past every time the case names, in steps that fall on all of them. */
export function planFluidRun(
  oracleCase: OracleCase,
  built: CaseNetwork,
  query: MetricQuery,
  lengthFactor: number,
): FluidPlan {
  const { run } = oracleCase;
  const drawn = oracleCase.nodes.find((node) => typeof node['step'] === 'number' && node.kind === 'source');
  if (drawn !== undefined && drawn['arrivals'] === 'poissonPerStep') {
    const step = getNumber(drawn, 'step');
    const stated = run['steps'] ?? (run['simSeconds'] ?? 1e6 * step) / step;
    const warmUp = run['warmupSteps'] ?? (run['warmupSeconds'] ?? 0) / step;
    const steps = Math.max(1000, Math.round(stated * lengthFactor));
    return {
      durationSeconds: (steps + warmUp) * step,
      stepSeconds: step,
      warmUpSeconds: warmUp * step,
      perStep: true,
      lengthScale: Math.sqrt(stated / steps),
      mayExtend: false,
    };
  }
  const times = getNamedTimes(oracleCase, built, query);
  const durationSeconds = getDuration(oracleCase, built, query, times);
  return {
    durationSeconds,
    stepSeconds: getStep(durationSeconds, [...times, durationSeconds]),
    warmUpSeconds: run['warmupSeconds'] ?? 0,
    perStep: false,
    lengthScale: 1,
    mayExtend: !isLengthStated(oracleCase, query),
  };
}

function isLengthStated(oracleCase: OracleCase, query: MetricQuery): boolean {
  return (
    oracleCase.run['simSeconds'] !== undefined ||
    HORIZONS.some((key) => getNumber(oracleCase.parameters, key, 0) > 0) ||
    query.at !== undefined ||
    query.base === 'unitSeconds'
  );
}

function getDuration(
  oracleCase: OracleCase,
  built: CaseNetwork,
  query: MetricQuery,
  times: readonly number[],
): number {
  const stated = oracleCase.run['simSeconds'];
  if (stated !== undefined) {
    return stated + (oracleCase.run['warmupSeconds'] ?? 0);
  }
  const named = HORIZONS.map((key) => getNumber(oracleCase.parameters, key, 0)).find((value) => value > 0);
  if (named !== undefined) {
    return named;
  }
  if (query.base === 'iteratorAgeAt' || query.base === 'backlogAt' || query.base === 'unitSeconds') {
    return Math.max(query.at ?? 0, query.to ?? 0);
  }
  if (TOTALS.has(query.base)) {
    const loose = LOOSE_HORIZONS.map((key) => getNumber(oracleCase.parameters, key, 0)).find(
      (value) => value > 0,
    );
    if (loose !== undefined) {
      return loose;
    }
  }
  const lasts = Math.max(0, ...built.sources.map((source) => source.lastsSeconds));
  const periodic = built.sources.some((source) => source.periodSeconds > 0);
  const latest = Math.max(0, ...times);
  if (lasts > 0) {
    // After the load has ended the queue must be able to run empty, unless its periods go on.
    const endless = built.sources.some((source) => source.spec.arrivals.repeatSeconds !== undefined);
    return endless || periodic ? lasts : Math.max(lasts, latest) * 3;
  }
  const cycles = getCycleSeconds(oracleCase.nodes) * 20;
  return Math.max(latest * 6, cycles, latest > 0 ? 60 : DEFAULT_SECONDS);
}

/** Longest period of a buffer or job. */
function getCycleSeconds(nodes: readonly OracleNode[]): number {
  return Math.max(
    0,
    ...nodes.flatMap((node) => [
      getNumber(node, 'bufferSeconds', 0),
      getNumber(node, 'period', 0),
      node.kind === 'batcher' ? getNumber(node, 'maxSeconds', 0) : 0,
      node.kind === 'fluidQueue' ? getNumber(node, 'retentionSeconds', 0) : 0,
    ]),
  );
}

/** Every time the case names, in seconds: a step should end on each. */
function getNamedTimes(oracleCase: OracleCase, built: CaseNetwork, query: MetricQuery): number[] {
  const times = [query.at ?? 0, query.from ?? 0, query.to ?? 0];
  for (const node of oracleCase.nodes) {
    for (const key of ['outages', 'segments', 'parallelization']) {
      for (const item of findList(node, key) ?? []) {
        const [from, to] = item as readonly number[];
        times.push(from ?? 0, key === 'parallelization' ? 0 : (to ?? 0));
      }
    }
    for (const key of ['latency', 'retentionSeconds', 'onSeconds', 'offSeconds', 'startupSeconds']) {
      times.push(getNumber(node, key, 0));
    }
  }
  times.push(...built.sources.map((source) => source.periodSeconds));
  return times.filter((time) => time > 0 && Number.isFinite(time) && time < 1e9);
}

/** Largest step within the budget that divides all times; the budget alone decides when none does. */
function getStep(durationSeconds: number, times: readonly number[]): number {
  const smallest = Math.max(FINEST, durationSeconds / MOST_STEPS);
  for (const step of [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001]) {
    const wanted = step <= Math.max(smallest, durationSeconds / 40_000) || step <= 1e-3;
    if (wanted && step >= smallest && times.every((time) => isMultiple(time, step))) {
      return step;
    }
  }
  return smallest;
}

function isMultiple(time: number, step: number): boolean {
  const ratio = time / step;
  return Math.abs(ratio - Math.round(ratio)) < 1e-9 * Math.max(1, ratio);
}
