import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { ExperimentWorker, WorkerMessage } from './messages.ts';

const maxHeapMegabytes = 2048;

/** Starts a process that makes runs, with a bounded heap and an empty environment. */
export function forkExperiment(): ExperimentWorker {
  const child = utilityProcess.fork(join(import.meta.dirname, 'experiment-worker.js'), [], {
    serviceName: 'Pipewright experiment',
    execArgv: [`--max-old-space-size=${maxHeapMegabytes}`],
    env: {},
    stdio: 'inherit',
  });
  return {
    post: (command) => child.postMessage(command),
    onMessage: (listener) => {
      child.on('message', (message: WorkerMessage) => listener(message));
    },
    onExit: (listener) => {
      child.once('exit', () => listener());
    },
    kill: () => {
      child.kill();
    },
  };
}
