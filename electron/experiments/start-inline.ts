import { createAnswerer } from './answer-commands.ts';
import type { ExperimentWorker, WorkerMessage } from './messages.ts';

/** A worker within this thread, for one worker: no start, no messages, nothing beside it. */
export function startInline(): ExperimentWorker {
  let listener: (message: WorkerMessage) => void = () => {};
  let isKilled = false;
  const answer = createAnswerer((message) => listener(message));
  return {
    // A turn of the event loop between runs lets a cancel through.
    post: (command) => {
      setImmediate(() => {
        if (!isKilled) answer(command);
      });
    },
    onMessage: (receive) => {
      listener = receive;
    },
    onExit: () => {},
    kill: () => {
      isKilled = true;
    },
  };
}
