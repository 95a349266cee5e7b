import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { WorkerProcess } from './worker-process.ts';

const maxHeapMegabytes = 2048;

/** Starts a bundled program in a process with a bounded heap and an empty environment. */
export function forkWorker<Command, Message>(
  program: string,
  serviceName: string,
): WorkerProcess<Command, Message> {
  const child = utilityProcess.fork(join(import.meta.dirname, program), [], {
    serviceName,
    execArgv: [`--max-old-space-size=${maxHeapMegabytes}`],
    env: {},
    stdio: 'inherit',
  });
  return {
    post: (command) => child.postMessage(command),
    onMessage: (listener) => {
      child.on('message', (message: Message) => listener(message));
    },
    onExit: (listener) => {
      child.once('exit', () => listener());
    },
    kill: () => {
      child.kill();
    },
  };
}
