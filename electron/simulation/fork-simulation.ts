import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { SimulationMessage } from './messages.ts';
import type { SimulationProcess } from './simulation-host.ts';

const maxHeapMegabytes = 2048;

/** Starts the simulation process with a bounded heap and an empty environment. */
export function forkSimulation(): SimulationProcess {
  const child = utilityProcess.fork(join(import.meta.dirname, 'simulation-worker.js'), [], {
    serviceName: 'Pipewright simulation',
    execArgv: [`--max-old-space-size=${maxHeapMegabytes}`],
    env: {},
    stdio: 'inherit',
  });
  return {
    post: (command) => child.postMessage(command),
    onMessage: (listener) => {
      child.on('message', (message: SimulationMessage) => listener(message));
    },
    onExit: (listener) => {
      child.once('exit', () => listener());
    },
    kill: () => {
      child.kill();
    },
  };
}
