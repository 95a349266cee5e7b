import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { createAnswerer } from './answer-commands.ts';
import type { ExperimentWorker, WorkerCommand, WorkerMessage } from './messages.ts';

const role = 'pipewright-experiment';
const maxHeapMegabytes = 2048;

/**
 * Starts a thread that makes runs. Its program is the bundle this module is part of, so that the
 * command line stays a single file.
 */
export function startThread(): ExperimentWorker {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: role,
    // Options such as --input-type would be about another program.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
  });
  return {
    post: (command) => worker.postMessage(command),
    onMessage: (listener) => void worker.on('message', (message: WorkerMessage) => listener(message)),
    onExit: (listener) => {
      // The exit follows; an error without a listener would end this process.
      worker.on('error', () => {});
      worker.once('exit', () => listener());
    },
    kill: () => void worker.terminate(),
  };
}

if (!isMainThread && workerData === role) {
  const port = parentPort;
  const answer = createAnswerer((message) => port?.postMessage(message));
  port?.on('message', (command: WorkerCommand) => answer(command));
}
