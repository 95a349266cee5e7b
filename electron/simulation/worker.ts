// Entry of the simulation process: waits for a command, runs it, answers. It blocks while it runs; the
// main process cancels by ending the process.
import { readDesignText } from '../documents/read-design.ts';
import { simulateDesign } from '../../shared/simulator/simulate.ts';
import type { SimulationCommand, SimulationMessage } from './messages.ts';

const progressEveryMs = 50;

function send(message: SimulationMessage): void {
  process.parentPort.postMessage(message);
}

function run({ text, options }: SimulationCommand): void {
  let lastProgress = performance.now();
  try {
    const result = simulateDesign(readDesignText(text).design, options, {
      onProgress: (fraction, simulatedSeconds) => {
        if (performance.now() - lastProgress >= progressEveryMs) {
          lastProgress = performance.now();
          send({ kind: 'progress', fraction, simulatedSeconds });
        }
        return true;
      },
    });
    send({ kind: 'finished', result });
  } catch (error) {
    send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

process.parentPort.on('message', (event: { data: SimulationCommand }) => run(event.data));
