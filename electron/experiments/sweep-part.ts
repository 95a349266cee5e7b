import { z } from 'zod';
import { experimentSchema } from '../../shared/ipc/experiment-channels.ts';
import type { ResolvedExperiment, RunOutcome } from '../../shared/simulator/experiments/experiment.ts';
import { kpiNames } from '../../shared/simulator/experiments/kpis.ts';
import { getSliceRuns, type Slice } from '../../shared/simulator/experiments/plan-runs.ts';
import { Failure } from '../failure.ts';

/** The runs of one slice of a sweep, as they are written to a file. */
export interface SweepPart {
  format: 'pipewright-sweep-part';
  version: 1;
  /** Name of the design's file, for the report. */
  file: string;
  /** SHA-256 of the design's text: parts of different designs do not go together. */
  design: string;
  /** Name of the scenario that was run. */
  scenario: string;
  experiment: ResolvedExperiment;
  slice: Slice;
  runs: RunOutcome[];
}

const kpis = z.strictObject(Object.fromEntries(kpiNames.map((name) => [name, z.number()])));
const part = z.strictObject({
  format: z.literal('pipewright-sweep-part'),
  version: z.literal(1),
  file: z.string(),
  design: z.string(),
  scenario: z.string(),
  experiment: experimentSchema,
  slice: z.strictObject({ index: z.int().nonnegative(), count: z.int().positive() }),
  runs: z.array(
    z.union([
      z.strictObject({
        index: z.int(),
        kpis: z.strictObject({
          total: kpis,
          nodes: z.array(z.strictObject({ id: z.string(), name: z.string(), kpis })),
        }),
      }),
      z.strictObject({ index: z.int(), failed: z.string() }),
    ]),
  ),
});

/**
 * Reads a file that `sweep --slice` wrote.
 * @throws Failure that names the file when it is something else.
 */
export function parseSweepPart(name: string, text: string): SweepPart {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Failure('unreadable', `${name} is not valid JSON; --merge takes files written by --slice.`);
  }
  const parsed = part.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue === undefined ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
    throw new Failure(
      'unreadable',
      `${name} is no part of a sweep; --merge takes files written by --slice${where}.`,
    );
  }
  return parsed.data as SweepPart;
}

/**
 * Puts the slices of one sweep together, in any order.
 * @throws Failure when they are of different sweeps, when one is there twice, or when one is missing.
 */
export function mergeSweepParts(parts: readonly { name: string; part: SweepPart }[]): SweepPart {
  const [first, ...others] = parts;
  if (!first) throw new Failure('unreadable', 'There is nothing to merge.');
  const { count } = first.part.slice;
  const identity = getIdentity(first.part);
  for (const other of others) {
    if (getIdentity(other.part) !== identity) {
      throw new Failure(
        'unreadable',
        `${other.name} and ${first.name} are of different sweeps: design, options and number of slices must be the same.`,
      );
    }
  }
  const names = new Map<number, string>();
  for (const {
    name,
    part: { slice },
  } of parts) {
    const known = names.get(slice.index);
    if (known !== undefined) {
      throw new Failure('unreadable', `${known} and ${name} are both slice ${slice.index}/${count}.`);
    }
    names.set(slice.index, name);
  }
  const missing = Array.from({ length: count }, (_, index) => index).filter((index) => !names.has(index));
  if (missing.length > 0) {
    throw new Failure(
      'unreadable',
      `Slices are missing: ${missing.map((index) => `${index}/${count}`).join(', ')}.`,
    );
  }
  for (const {
    name,
    part: { experiment, slice, runs },
  } of parts) {
    const wanted = getSliceRuns(experiment, slice);
    if (runs.length !== wanted.length || wanted.some((index, position) => runs[position]?.index !== index)) {
      throw new Failure('unreadable', `${name} does not hold the runs of slice ${slice.index}/${count}.`);
    }
  }
  const runs = parts.flatMap(({ part: { runs: own } }) => own).sort((a, b) => a.index - b.index);
  return { ...first.part, slice: { index: 0, count: 1 }, runs };
}

const getIdentity = ({ design, scenario, experiment, slice }: SweepPart): string =>
  JSON.stringify([design, scenario, experiment, slice.count]);
