import type { SimulationOptions } from '../../shared/simulator/simulate.ts';
import type { SimulationHost } from '../simulation/simulation-host.ts';
import type { RegisterHandler } from './register-handler.ts';

/** Starting and cancelling runs; their progress and results arrive as events. */
export function registerSimulationHandlers(register: RegisterHandler, host: SimulationHost): void {
  register('simulation:start', ({ text, scenario, durationSeconds, seed, mode, window }) => {
    const options: SimulationOptions = {
      ...(scenario === undefined ? {} : { scenario }),
      ...(durationSeconds === undefined ? {} : { durationSeconds }),
      ...(seed === undefined ? {} : { seed }),
      ...(mode === undefined ? {} : { mode }),
      ...(window === undefined ? {} : { window }),
    };
    return { run: host.start({ text, options }) };
  });
  register('simulation:cancel', ({ run }) => host.cancel(run));
}
