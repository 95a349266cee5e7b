import type { PropertyValue } from '../../graph/design.ts';
import { mix32 } from '../kernel/random.ts';
import { type Experiment, ExperimentError } from './experiment.ts';

/** Most runs of one experiment. */
export const maxRuns = 1_000_000;

/** One run of an experiment. */
export interface PlannedRun {
  index: number;
  /** Number of the combination, the last variation changing fastest. */
  point: number;
  /** Number of the replication at that point. */
  replication: number;
  /** A value for each variation. */
  values: PropertyValue[];
}

/** A part of an experiment: every run whose number leaves `index` when divided by `count`. */
export interface Slice {
  index: number;
  count: number;
}

/** How many combinations of values there are; 1 when nothing varies. */
export function countPoints(experiment: Pick<Experiment, 'variations'>): number {
  return experiment.variations.reduce((product, { values }) => product * values.length, 1);
}

/**
 * How many runs the experiment has.
 * @throws ExperimentError when there would be none, or more than is sensible.
 */
export function countRuns(experiment: Experiment): number {
  const { replications } = experiment;
  if (!Number.isSafeInteger(replications) || replications < 1) {
    throw new ExperimentError(`Replications are a whole number from 1; found ${replications}.`);
  }
  const repeated = experiment.variations.find(
    ({ name }, index) => experiment.variations.findIndex((other) => other.name === name) !== index,
  );
  if (repeated) throw new ExperimentError(`${repeated.name} is varied twice; name it once with all values.`);
  const runs = countPoints(experiment) * replications;
  if (runs > maxRuns) {
    throw new ExperimentError(
      `The sweep has ${runs} runs; at most ${maxRuns} are allowed. Vary fewer values or replicate less.`,
    );
  }
  return runs;
}

/** The run with a number: combinations in order, all replications of one before the next. */
export function getRun(experiment: Experiment, index: number): PlannedRun {
  const point = Math.floor(index / experiment.replications);
  return {
    index,
    point,
    replication: index % experiment.replications,
    values: getPointValues(experiment, point),
  };
}

/** The values of a combination, one for each variation. */
export function getPointValues(experiment: Pick<Experiment, 'variations'>, point: number): PropertyValue[] {
  const values: PropertyValue[] = [];
  let rest = point;
  for (const variation of experiment.variations.toReversed()) {
    values.unshift(variation.values[rest % variation.values.length] ?? null);
    rest = Math.floor(rest / variation.values.length);
  }
  return values;
}

/** Numbers of the runs in a slice, rising. */
export function getSliceRuns(experiment: Experiment, slice: Slice = { index: 0, count: 1 }): number[] {
  const runs = countRuns(experiment);
  const own: number[] = [];
  for (let index = slice.index; index < runs; index += slice.count) own.push(index);
  return own;
}

/**
 * Seed of a replication. The first one has the base seed itself, so that it is the run `simulate`
 * gives; the others follow from seed and number alone. All points share the seeds of their
 * replications: differences between points are then not drowned by different draws.
 */
export function getReplicationSeed(seed: number, replication: number): number {
  if (replication === 0) return seed;
  const low = mix32(mix32(seed | 0) + replication);
  const high = mix32(low ^ mix32(replication ^ Math.floor(seed / 2 ** 32)));
  return (high % 2 ** 20) * 2 ** 32 + low;
}
