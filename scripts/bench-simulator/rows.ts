import { runExact } from '../../shared/simulator/kernel/run-exact.ts';
import { runFluid } from '../../shared/simulator/kernel/run-fluid.ts';
import type { RunResult } from '../../shared/simulator/kernel/run.ts';
import type { NetworkSpec } from '../../shared/simulator/kernel/station.ts';
import { ENOUGH_MS, getMedian, interleave, time } from './measure.ts';
import { runMinimalHour, runMinimalQueue, runMinimalStages } from './minimal-loop.ts';
import {
  buildBurstyHour,
  buildLargeDay,
  buildManyStations,
  buildSingleQueue,
  buildThreeStages,
} from './networks.ts';
import { getBands, replicate, startWorkers } from './replications.ts';
import { loadSimjs } from './load-simjs.ts';
import { runSimjsQueue, runSimjsStages } from './simjs-models.ts';
import { buildThirtyNodes, changeShards, simulateDay } from './thirty-nodes.ts';
import { burstyHour, daySeconds, singleQueue, threeStages } from './workloads.ts';

/** One line of the table; `met` is undefined where the line only informs. */
export interface Row {
  name: string;
  goal: string;
  figure: string;
  ratio: string;
  met?: boolean;
}

const recomputations = 20;
const replications = 200;

const show = (value: number, digits = 2): string => value.toFixed(digits);
const seconds = (milliseconds: number): string => `${show(milliseconds / 1000)} s`;
const getSum = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const percent = (share: number): string => `${show(share * 100)} %`;

function checkMass<T extends Pick<RunResult, 'massResidual'>>(result: T): T {
  if (result.massResidual !== 0) throw new Error(`mass is lost: ${result.massResidual}`);
  return result;
}

function runAll(network: NetworkSpec, records: number): RunResult {
  return checkMass(
    runExact(network, {
      durationSeconds: Number.POSITIVE_INFINITY,
      recordLimit: records,
      drain: true,
      seed: 1,
    }),
  );
}

function runDay(network: NetworkSpec): RunResult {
  return checkMass(runFluid(network, { durationSeconds: daySeconds, seed: 1 }));
}

/** A ratio that must be at least `least`. */
function buildRatioRow(name: string, least: number, ratio: number, figure: string, goal: string): Row {
  return { name, goal, figure, ratio: `${show(ratio)}x`, met: ratio >= least };
}

export async function benchQueue(runs: number): Promise<Row[]> {
  const engine = await loadSimjs();
  const network = buildSingleQueue();
  const times = interleave(runs, {
    exact: () => runAll(network, singleQueue.records),
    minimal: () => runMinimalQueue(1),
    simjs: () => runSimjsQueue(engine, 1),
  });
  const figure = `${seconds(times.exact)}; simjs ${seconds(times.simjs)}`;
  const beside = `minimal loop ${seconds(times.minimal)}`;
  return [
    buildRatioRow('M/M/1, 10^6 customers, exact', 6, times.simjs / times.exact, figure, '>= 6x simjs'),
    { name: '', goal: '', figure: beside, ratio: `${show(times.minimal / times.exact)}x` },
  ];
}

/** Milliseconds per record of the minimal loop, the measure of the day's goal. */
let minimalStagesMs: number | undefined;

export async function benchStages(runs: number): Promise<Row[]> {
  const engine = await loadSimjs();
  const network = buildThreeStages();
  const times = interleave(runs, {
    exact: () => runAll(network, threeStages.records),
    minimal: () => runMinimalStages(1),
    simjs: () => runSimjsStages(engine, 1),
  });
  minimalStagesMs = times.minimal;
  const name = 'Three stages, 100 shards, 10^6 records, exact';
  const figure = `${seconds(times.exact)}; simjs ${seconds(times.simjs)}`;
  const beside = `minimal loop ${seconds(times.minimal)}`;
  return [
    buildRatioRow(name, 5, times.simjs / times.exact, figure, '>= 5x simjs'),
    buildRatioRow('', 0.6, times.minimal / times.exact, beside, '>= 0.6x loop'),
  ];
}

export function benchDay(runs: number): Row[] {
  const small = buildManyStations(1);
  const large = buildManyStations(100);
  const times = interleave(runs, {
    small: () => runDay(small),
    large: () => runDay(large),
    lanes: () => runDay(buildThreeStages()),
  });
  minimalStagesMs ??= getMedian(Array.from({ length: runs }, () => time(() => runMinimalStages(1))));
  const scaled = (minimalStagesMs * threeStages.ratePerSecond * daySeconds) / threeStages.records;
  const growth = times.large / times.small;
  return [
    buildRatioRow(
      '24 h at 10,000 records/s, 203 stations',
      300,
      scaled / times.small,
      `${seconds(times.small)}; minimal loop ${seconds(scaled)}`,
      '>= 300x loop',
    ),
    {
      name: '24 h at 10^6 records/s, 203 stations',
      goal: '<= 1.1x that',
      figure: seconds(times.large),
      ratio: `${show(growth)}x`,
      met: growth <= 1.1,
    },
    {
      name: 'the same day as 3 stations of 100 lanes',
      goal: '',
      figure: seconds(times.lanes),
      ratio: `${show(scaled / times.lanes, 0)}x`,
    },
  ];
}

/** Runs the large day, keeps its result, and tells the peak memory of the process in KB. */
export function holdLargeDay(): number {
  const result = runDay(buildLargeDay('poisson'));
  const { maxRSS } = process.resourceUsage();
  // Read after the measurement: the result is held until here.
  return result.stations.length > 0 ? maxRSS : 0;
}

export function benchLargeDay(runs: number, measureMemory: () => number): Row[] {
  const drawn = buildLargeDay('poisson');
  const steady = buildLargeDay('steady');
  const nodeSteps = drawn.stations.length * daySeconds;
  const step = runFluid(drawn, { durationSeconds: daySeconds, seed: 1 }, { onProgress: () => false });
  if (step.stepSeconds !== 1) throw new Error(`the day is run in steps of ${step.stepSeconds} s, not 1 s`);
  const times = interleave(runs, { drawn: () => runDay(drawn), steady: () => runDay(steady) });
  const build = (name: string, milliseconds: number): Row => {
    const rate = nodeSteps / milliseconds / 1000;
    return {
      name,
      goal: '>= 40 M/s',
      figure: `${show(rate, 1)} M station-steps/s; ${seconds(milliseconds)}`,
      ratio: `${show(rate / 40)}x`,
      met: rate >= 40,
    };
  };
  const memory = measureMemory();
  return [
    build('1,000 stations x 86,400 s, all features, drawn arrivals', times.drawn),
    build('the same with even arrivals', times.steady),
    {
      name: 'peak memory of the process, whole day held',
      goal: '<= 200 MB',
      figure: `${show(memory, 0)} MB`,
      ratio: `${show(memory / 200)}x`,
      met: memory <= 200,
    },
  ];
}

export function benchRecompute(runs: number): Row[] {
  const design = buildThirtyNodes();
  simulateDay(design, 1);
  const times: number[] = [];
  let total = 0;
  for (let turn = 0; turn < runs * recomputations && total < ENOUGH_MS; turn++) {
    const took = time(() => checkMass(simulateDay(changeShards(design, 2 + (turn % 8)), 1)));
    total += took;
    times.push(took);
  }
  times.sort((a, b) => a - b);
  const p95 = times[Math.ceil(times.length * 0.95) - 1] ?? 0;
  return [
    {
      name: `${design.nodes.length}-node day after one parameter change, p95`,
      goal: '<= 100 ms',
      figure: `${show(p95, 0)} ms; median ${show(getMedian(times), 0)} ms`,
      ratio: `${show(p95 / 100)}x`,
      met: p95 <= 100,
    },
  ];
}

export async function benchReplications(runs: number): Promise<Row[]> {
  const workers = await startWorkers(2);
  const one: number[] = [];
  const two: number[] = [];
  let same = true;
  for (let run = 0; run < runs && getSum(one) + getSum(two) < ENOUGH_MS; run++) {
    let started = performance.now();
    const alone = getBands(await replicate(workers.slice(0, 1), replications));
    one.push(performance.now() - started);
    started = performance.now();
    const together = getBands(await replicate(workers, replications));
    two.push(performance.now() - started);
    same &&= alone.length > 0 && alone.every((value, i) => Object.is(value, together[i]));
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  const speedup = getMedian(one) / getMedian(two);
  const figure = `${seconds(getMedian(two))}; one worker ${seconds(getMedian(one))}`;
  return [
    buildRatioRow(`${replications} replications of it, two workers`, 1.7, speedup, figure, '>= 1.7x one'),
    {
      name: 'their bands on one and on two workers',
      goal: 'equal bits',
      figure: same ? 'equal' : 'different',
      ratio: '',
      met: same,
    },
  ];
}

function getSortedQuantile(sorted: Float64Array, share: number): number {
  return sorted[Math.floor(share * (sorted.length - 1))] as number;
}

export function benchAccuracy(runs: number): Row[] {
  const network = buildBurstyHour();
  let fluid: RunResult | undefined;
  let exact: ReturnType<typeof runMinimalHour> | undefined;
  const times = interleave(runs, {
    fluid: () => {
      fluid = checkMass(runFluid(network, { durationSeconds: burstyHour.seconds, seed: 1 }));
    },
    exact: () => {
      exact = runMinimalHour(1);
    },
  });
  const waiting = fluid?.stations[0]?.waiting;
  if (waiting === undefined || exact === undefined) throw new Error('no waits were measured');
  const waits = exact.waits.sort();
  const compare = (name: string, value: number, truth: number, most: number): Row => {
    const error = Math.abs(value / truth - 1);
    return {
      name,
      goal: `within ${most * 100} %`,
      figure: `${show(value, 4)} s; per record ${show(truth, 4)} s`,
      ratio: percent(error),
      met: error <= most,
    };
  };
  return [
    compare('Bursty hour, 100 shards: mean wait', waiting.mean, exact.mean, 0.02),
    compare('p95', waiting.p95, getSortedQuantile(waits, 0.95), 0.02),
    compare('p99', waiting.p99, getSortedQuantile(waits, 0.99), 0.02),
    compare('p99.9', waiting.p999, getSortedQuantile(waits, 0.999), 0.03),
    {
      name: 'processor time, against a bare recursion per record',
      goal: '<= 1/10',
      figure: `${show(times.fluid, 0)} ms; per record ${show(times.exact, 0)} ms`,
      ratio: `1/${show(times.exact / times.fluid, 1)}`,
      met: times.fluid <= times.exact / 10,
    },
  ];
}
