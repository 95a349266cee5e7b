import type { Design, Scenario } from '../graph/design.ts';

/** A run was asked for that the design does not allow; the message says what to change. */
export class SimulationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SimulationError';
  }
}

const defaultDurationSeconds = 3600;

/** Which scenario is meant, and what stands in place of its own duration and seed. */
export interface ScenarioChoice {
  /** Id or name; the first one, or the design as drawn, when left out. */
  scenario?: string;
  durationSeconds?: number;
  seed?: number;
}

/**
 * The scenario a run is asked for, with the duration and seed of the options in place of its own.
 * @throws SimulationError when the design has no scenario of that id or name.
 */
export function getScenario(design: Design, options: ScenarioChoice): Scenario {
  const wanted = options.scenario;
  const found =
    wanted === undefined
      ? design.scenarios[0]
      : design.scenarios.find((item) => item.id === wanted || item.name === wanted);
  if (wanted !== undefined && !found) {
    const known = design.scenarios.map((item) => `"${item.name}"`).join(', ') || 'none';
    throw new SimulationError(`The design has no scenario "${wanted}". Known scenarios: ${known}.`);
  }
  const base: Scenario = found ?? {
    id: '',
    name: 'As drawn',
    durationSeconds: defaultDurationSeconds,
    seed: 1,
  };
  return {
    ...base,
    durationSeconds: options.durationSeconds ?? base.durationSeconds,
    seed: options.seed ?? base.seed,
  };
}
