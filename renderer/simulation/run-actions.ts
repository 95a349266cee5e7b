import { serializeDesign } from '../../shared/graph/serialize-design.ts';
import type { Design } from '../../shared/graph/design.ts';
import type { Window } from '../../shared/simulator/kernel/run.ts';
import type { SimulationOptions, SimulationResult } from '../../shared/simulator/simulate.ts';
import { cancelSimulation, isDesktop, startSimulation, subscribe } from '../app-api.ts';
import { getDesign, useDesign } from '../state/design-store.ts';
import { setTask } from '../state/status-store.ts';
import { resetPlayback } from './playback.ts';
import { useRun } from './run-store.ts';

const taskId = 'simulation';
/** Id of the run the main process is working on. */
let currentRun: string | undefined;
/** What becomes of the result of the current run. */
let finish: (outcome: Outcome) => void = () => {};

type Outcome = { result: SimulationResult } | { error: string | undefined };

export const isRunning = (): boolean => useRun.getState().isRunning;

function showProgress(fraction: number | undefined): void {
  setTask(taskId, { label: 'Simulating', fraction, cancel: cancelRun });
}

function end(outcome: Outcome): void {
  currentRun = undefined;
  setTask(taskId, undefined);
  useRun.setState({ isRunning: false });
  finish(outcome);
}

/** Replays the workloads; the result comes with the message of the main process. */
export async function runSimulation(): Promise<void> {
  const { scenario, durationSeconds, seed } = useRun.getState().request;
  const design = getDesign();
  const options: SimulationOptions = {
    ...(scenario === '' ? {} : { scenario }),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    ...(seed === undefined ? {} : { seed }),
  };
  useRun.setState({ error: undefined });
  await start(design, options, (outcome) => {
    if ('error' in outcome) {
      useRun.setState({ error: outcome.error });
      return;
    }
    useRun.setState({ result: outcome.result, ranDesign: design, ranOptions: options, zoom: undefined });
    resetPlayback(outcome.result.durationSeconds);
  });
}

/** Makes the last run again and keeps every step of a stretch of it. */
export async function zoomInto({ fromSeconds, toSeconds }: Window): Promise<void> {
  const { result, ranDesign, ranOptions } = useRun.getState();
  if (!result || !ranDesign || isRunning()) return;
  const { stepSeconds, durationSeconds } = result;
  // Whole steps, and enough of them for a line.
  const first = Math.max(0, Math.floor(fromSeconds / stepSeconds)) * stepSeconds;
  const window = {
    fromSeconds: Math.min(first, Math.max(0, durationSeconds - 2 * stepSeconds)),
    toSeconds: Math.min(
      durationSeconds,
      Math.max(Math.ceil(toSeconds / stepSeconds) * stepSeconds, first + 2 * stepSeconds),
    ),
  };
  useRun.setState({ zoom: window });
  await start(ranDesign, { ...ranOptions, window }, (outcome) => {
    if ('error' in outcome) {
      useRun.setState({
        zoom: outcome.error === undefined ? undefined : { ...window, error: outcome.error },
      });
    } else if (outcome.result.window) {
      useRun.setState({ zoom: { ...window, summary: outcome.result.window } });
    }
  });
}

export const leaveZoom = (): void => useRun.setState({ zoom: undefined });

async function start(design: Design, options: SimulationOptions, onEnd: typeof finish): Promise<void> {
  finish = onEnd;
  useRun.setState({ isRunning: true });
  showProgress(undefined);
  try {
    if (isDesktop()) {
      const { run } = await startSimulation({ text: serializeDesign(design), ...options });
      currentRun = run;
    } else {
      // A page without the desktop app has no other process; its runs are for previews and tests.
      const { simulateDesign } = await import('../../shared/simulator/simulate.ts');
      end({ result: simulateDesign(design, options) });
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
        zoom: undefined,
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
