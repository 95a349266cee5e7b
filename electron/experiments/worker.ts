// Entry of a process that makes runs of an experiment; the main process cancels by ending it.
import { createAnswerer } from './answer-commands.ts';
import type { WorkerCommand } from './messages.ts';

const answer = createAnswerer((message) => process.parentPort.postMessage(message));

process.parentPort.on('message', (event: { data: WorkerCommand }) => answer(event.data));
