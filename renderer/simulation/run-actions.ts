import { serializeDesign } from '../../shared/graph/serialize-design.ts';
import type { SimulationResult } from '../../shared/simulator/simulate.ts';
import { cancelSimulation, isDesktop, startSimulation, subscribe } from '../app-api.ts';
import { getDesign, useDesign } from '../state/design-store.ts';
import { setTask } from '../state/status-store.ts';
import { resetPlayback } from './playback.ts';
import { useRun } from './run-store.ts';

const taskId = 'simulation';
/** Id of the run the main process is working on. */
let currentRun: string | undefined;

export const isRunning = (): boolean => useRun.getState().isRunning;

function begin(): void {
  useRun.setState({ isRunning: true, error: undefined, ranDesign: getDesign() });
  showProgress(undefined);
}

function showProgress(fraction: number | undefined): void {
  setTask(taskId, { label: 'Simulating', fraction, cancel: cancelRun });
}

function end(outcome: { result: SimulationResult } | { error: string | undefined }): void {
  currentRun = undefined;
  setTask(taskId, undefined);
  if ('result' in outcome) {
    useRun.setState({ isRunning: false, result: outcome.result });
    resetPlayback(outcome.result.durationSeconds);
  } else {
    useRun.setState({ isRunning: false, error: outcome.error });
  }
}

/** Replays the workloads; the result comes with the message of the main process. */
export async function runSimulation(): Promise<void> {
  const { scenario, durationSeconds, seed } = useRun.getState().request;
  const options = {
    ...(scenario === '' ? {} : { scenario }),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    ...(seed === undefined ? {} : { seed }),
  };
  begin();
  try {
    if (isDesktop()) {
      const { run } = await startSimulation({ text: serializeDesign(getDesign()), ...options });
      currentRun = run;
    } else {
      // A page without the desktop app has no other process; its runs are for previews and tests.
      const { simulateDesign } = await import('../../shared/simulator/simulate.ts');
      end({ result: simulateDesign(getDesign(), options) });
    }
  } catch (error) {
    end({ error: error instanceof Error ? error.message : String(error) });
  }
}

export function cancelRun(): void {
  if (currentRun !== undefined) void cancelSimulation(currentRun);
  end({ error: undefined });
}

/** Listens to runs; returns the way to stop. */
export function watchRuns(): () => void {
  const isCurrent = (run: string): boolean => currentRun === undefined || run === currentRun;
  const stops = [
    subscribe.simulationProgress(({ run, fraction }) => {
      if (isRunning() && isCurrent(run)) showProgress(fraction);
    }),
    subscribe.simulationFinished(({ run, result }) => {
      if (isRunning() && isCurrent(run)) end({ result: result as SimulationResult });
    }),
    subscribe.simulationFailed(({ run, cancelled, message }) => {
      if (isRunning() && isCurrent(run)) end({ error: cancelled ? undefined : message });
    }),
    // Another document: its predecessor's results would be lies.
    useDesign.subscribe((state, before) => {
      if (state.documentNumber === before.documentNumber) return;
      if (isRunning()) cancelRun();
      useRun.setState({
        result: undefined,
        ranDesign: undefined,
        error: undefined,
        request: {
          scenario: state.design.scenarios[0]?.id ?? '',
          durationSeconds: undefined,
          seed: undefined,
        },
      });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
