import type { ExperimentHost } from '../experiments/experiment-host.ts';
import type { RegisterHandler } from './register-handler.ts';

/** Starting and cancelling experiments; their progress and results arrive as events. */
export function registerExperimentHandlers(register: RegisterHandler, host: ExperimentHost): void {
  register('experiment:start', (command) => ({ run: host.start(command) }));
  register('experiment:cancel', ({ run }) => host.cancel(run));
}
