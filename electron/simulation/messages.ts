import type { SimulationOptions, SimulationResult } from '../../shared/simulator/simulate.ts';

/** To the simulation process: one run. The design is JSON text, checked there again. */
export interface SimulationCommand {
  text: string;
  options: SimulationOptions;
}

/** From the simulation process: any number of `progress`, then one of the others. */
export type SimulationMessage =
  | { kind: 'progress'; fraction: number; simulatedSeconds: number }
  | { kind: 'finished'; result: SimulationResult }
  | { kind: 'failed'; message: string };
