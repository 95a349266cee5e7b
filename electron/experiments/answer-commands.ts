import type { Design } from '../../shared/graph/design.ts';
import type { Experiment } from '../../shared/simulator/experiments/experiment.ts';
import { runPlanned } from '../../shared/simulator/experiments/run-planned.ts';
import { SimulationError } from '../../shared/simulator/scenario.ts';
import { readDesignText } from '../documents/read-design.ts';
import { Failure } from '../failure.ts';
import type { WorkerCommand, WorkerMessage } from './messages.ts';

/** The worker's side: makes the runs it is told to, one after the other. */
export function createAnswerer(send: (message: WorkerMessage) => void): (command: WorkerCommand) => void {
  let opened: { design: Design; experiment: Experiment } | undefined;

  const answer = (command: WorkerCommand): void => {
    if (command.kind === 'open') {
      opened = { design: readDesignText(command.text).design, experiment: command.experiment };
    } else if (opened) {
      send({ kind: 'finished', outcome: runPlanned(opened.design, opened.experiment, command.index) });
    }
  };
  return (command) => {
    try {
      answer(command);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      send({
        kind: 'failed',
        message,
        expected: error instanceof SimulationError || error instanceof Failure,
      });
    }
  };
}
