import { SimulationError } from '../../shared/simulator/scenario.ts';
import { Failure } from '../failure.ts';
import { type CommandInput, UsageError } from './command.ts';
import { parseDuration, parseWindow } from './parse-duration.ts';

const modes = ['fluid', 'exact'] as const;

/** Options of a run; those that a verb does not have are left out. */
export function readRunOptions(input: CommandInput) {
  const scenario = input.option('scenario');
  const duration = input.option('duration');
  const seed = input.number('seed');
  const mode = input.option('mode');
  const late = input.option('late-after');
  const window = input.option('window');
  if (seed !== undefined && !Number.isSafeInteger(seed)) {
    throw new UsageError(`--seed takes a whole number; found "${input.option('seed') ?? ''}".`);
  }
  const known = modes.find((candidate) => candidate === mode);
  if (mode !== undefined && !known) throw new UsageError(`--mode is fluid or exact; found "${mode}".`);
  return {
    ...(scenario !== undefined && { scenario }),
    ...(duration !== undefined && { durationSeconds: parseDuration(duration) }),
    ...(late !== undefined && { lateAfterSeconds: parseDuration(late) }),
    ...(seed !== undefined && { seed }),
    ...(known && { mode: known }),
    ...(window !== undefined && { window: parseWindow(window) }),
  };
}

/** Failures the design is to blame for become failures of the input. */
export function blameDesign<Result>(simulate: () => Result): Result {
  try {
    return simulate();
  } catch (error) {
    const expected =
      error instanceof SimulationError ||
      (error instanceof Error && (error.name === 'NetworkError' || error.name === 'RecordingError'));
    if (expected && error instanceof Error) throw new Failure('unreadable', error.message);
    throw error;
  }
}
