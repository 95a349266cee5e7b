import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Design } from '../../../shared/graph/design.ts';
import {
  ExperimentError,
  type ResolvedExperiment,
} from '../../../shared/simulator/experiments/experiment.ts';
import { parseVariation } from '../../../shared/simulator/experiments/parse-variation.ts';
import { countRuns, getSliceRuns, type Slice } from '../../../shared/simulator/experiments/plan-runs.ts';
import { getScenario, SimulationError } from '../../../shared/simulator/scenario.ts';
import { writeAtomically } from '../../documents/atomic-write.ts';
import { nodeFileSystem } from '../../documents/file-system.ts';
import { runPool } from '../../experiments/run-pool.ts';
import { startInline } from '../../experiments/start-inline.ts';
import { startThread } from '../../experiments/start-thread.ts';
import { mergeSweepParts, parseSweepPart, type SweepPart } from '../../experiments/sweep-part.ts';
import { Failure } from '../../failure.ts';
import { type Command, type CommandContext, type CommandInput, UsageError } from '../command.ts';
import { describeSweep } from '../describe-sweep.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { parseDuration } from '../parse-duration.ts';
import { printSweep } from '../print-sweep.ts';
import { readInput } from '../read-input.ts';

const modes = ['fluid', 'exact'] as const;
const mostWorkers = 256;
/** More than any shell passes on. */
const mostParts = 100_000;
/** Options that say what to run; parts already know. */
const runOptions = ['scenario', 'duration', 'seed', 'mode', 'replications', 'workers', 'slice', 'out'];

export const sweepCommand: Command = {
  name: 'sweep',
  summary: 'replay a design over values of its properties and over seeds',
  usage: 'FILE | --merge PART…',
  arity: [1, mostParts],
  options: [
    {
      name: 'vary',
      value: 'NODE.PROPERTY=VALUES',
      multiple: true,
      help: 'values a,b,c or lo..hi/step; load=… multiplies the workloads; several cross',
    },
    {
      name: 'replications',
      value: 'N',
      help: 'runs of each combination, each with its own seed; 1 by default',
    },
    { name: 'scenario', value: 'NAME', help: 'id or name of a scenario of the design; the first by default' },
    { name: 'duration', value: 'TIME', help: 'simulated time: 900, 15m, 24h, 7d' },
    { name: 'seed', value: 'N', help: 'whole number the seeds of the replications are derived from' },
    { name: 'mode', value: 'MODE', help: 'fluid (default) or exact, which follows every record' },
    { name: 'workers', value: 'N', help: 'threads to run on; one for each core by default' },
    { name: 'slice', value: 'I/N', help: 'make only every Nth run, from the Ith on; I counts from 0' },
    { name: 'out', value: 'FILE', help: 'write the runs to a part file for --merge' },
    { name: 'merge', help: 'put the part files of all slices together instead of running' },
  ],
  findings: 'some runs could not be simulated',
  examples: [
    'pipewright sweep orders.pipewright.json --vary stream.shardCount=1..8 --replications 20',
    'pipewright sweep orders.pipewright.json --vary load=0.5,1,2 --slice 0/4 --out part-0.json',
    'pipewright sweep --merge part-0.json part-1.json part-2.json part-3.json --json',
  ],
  run: (input, context) => (input.flag('merge') ? merge(input, context) : sweep(input, context)),
};

async function sweep(input: CommandInput, context: CommandContext): Promise<ExitCode> {
  const [file = '', ...more] = input.positionals;
  if (more.length > 0) throw new UsageError('A sweep takes one FILE; several are the parts of --merge.');
  const { workers, slice, out } = readPlacement(input);
  const { text, design } = await readInput(file, context);
  const { experiment, scenario } = readExperiment(input, design);
  const runs = await runPool({
    text,
    experiment,
    runs: getSliceRuns(experiment, slice),
    workers,
    startWorker: workers === 1 ? startInline : startThread,
    onProgress: (done, total) => context.terminal.progress?.('sweeping', done / total),
  });
  const part: SweepPart = {
    format: 'pipewright-sweep-part',
    version: 1,
    file,
    design: createHash('sha256').update(text).digest('hex'),
    scenario,
    experiment,
    slice,
    runs,
  };
  if (out === undefined) return report(part, context);
  await writeAtomically(nodeFileSystem, out, new TextEncoder().encode(`${JSON.stringify(part)}\n`));
  return reportPart(part, out, context);
}

async function merge(input: CommandInput, context: CommandContext): Promise<ExitCode> {
  const extra = [...runOptions.filter((name) => input.option(name) !== undefined)];
  if (input.list('vary').length > 0) extra.push('vary');
  if (extra.length > 0) {
    throw new UsageError(`--merge takes part files only; --${extra.join(' and --')} belongs to the runs.`);
  }
  const parts: { name: string; part: SweepPart }[] = [];
  for (const name of input.positionals) {
    if ((await nodeFileSystem.stat(name)) === undefined) {
      throw new Failure('not-found', `There is no file "${name}".`);
    }
    const text = new TextDecoder().decode(await nodeFileSystem.read(name));
    parts.push({ name, part: parseSweepPart(name, text) });
  }
  return report(mergeSweepParts(parts), context);
}

function report(part: SweepPart, { terminal, json }: CommandContext): ExitCode {
  const described = describeSweep(part);
  terminal.out(json ? JSON.stringify(described, null, 2) : printSweep(described));
  return described.failed > 0 ? exitCodes.findings : exitCodes.fine;
}

function reportPart(
  { file, slice, runs }: SweepPart,
  out: string,
  { terminal, json }: CommandContext,
): ExitCode {
  const failed = runs.filter((run) => 'failed' in run).length;
  terminal.out(
    json
      ? JSON.stringify({ file, out, slice, runs: runs.length, failed }, null, 2)
      : `${runs.length} runs of slice ${slice.index}/${slice.count} are in ${out}`,
  );
  return failed > 0 ? exitCodes.findings : exitCodes.fine;
}

function readPlacement(input: CommandInput): { workers: number; slice: Slice; out: string | undefined } {
  const workers = input.number('workers') ?? Math.min(availableParallelism(), mostWorkers);
  if (!Number.isInteger(workers) || workers < 1 || workers > mostWorkers) {
    throw new UsageError(`--workers is a whole number from 1 to ${mostWorkers}; found ${workers}.`);
  }
  const out = input.option('out');
  const text = input.option('slice');
  if (text === undefined) return { workers, slice: { index: 0, count: 1 }, out };
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const slice = { index: Number(index), count: Number(count) };
  if (!(slice.index < slice.count)) {
    throw new UsageError(`--slice is I/N with I from 0 to N - 1, for example 0/4; found "${text}".`);
  }
  if (out === undefined) throw new UsageError('--slice needs --out FILE, which --merge reads.');
  return { workers, slice, out };
}

/** The experiment with everything filled in, so that a part file says what was run. */
function readExperiment(
  input: CommandInput,
  design: Design,
): { experiment: ResolvedExperiment; scenario: string } {
  const wanted = input.option('scenario');
  const duration = input.option('duration');
  const seed = input.number('seed');
  const mode = input.option('mode') ?? 'fluid';
  const known = modes.find((candidate) => candidate === mode);
  if (!known) throw new UsageError(`--mode is fluid or exact; found "${mode}".`);
  if (seed !== undefined && !Number.isSafeInteger(seed)) {
    throw new UsageError(`--seed takes a whole number; found "${input.option('seed') ?? ''}".`);
  }
  const texts = input.list('vary');
  const replications = input.number('replications') ?? 1;
  if (texts.length === 0 && replications === 1) {
    throw new UsageError('Nothing would vary: give --vary NODE.PROPERTY=VALUES, --replications N, or both.');
  }
  try {
    const scenario = getScenario(design, {
      ...(wanted !== undefined && { scenario: wanted }),
      ...(duration !== undefined && { durationSeconds: parseDuration(duration) }),
      ...(seed !== undefined && { seed }),
    });
    const experiment: ResolvedExperiment = {
      variations: texts.map((text) => parseVariation(design, text)),
      replications,
      ...(wanted !== undefined && { scenario: wanted }),
      durationSeconds: scenario.durationSeconds,
      seed: scenario.seed,
      mode: known,
    };
    countRuns(experiment);
    return { experiment, scenario: scenario.name };
  } catch (error) {
    if (error instanceof ExperimentError || error instanceof SimulationError)
      throw new UsageError(error.message);
    throw error;
  }
}
