import type { Design } from '../../../shared/graph/design.ts';
import { serializeDesign } from '../../../shared/graph/serialize-design.ts';
import type { ResolvedExperiment } from '../../../shared/simulator/experiments/experiment.ts';
import { parseVariation } from '../../../shared/simulator/experiments/parse-variation.ts';
import { getSliceRuns } from '../../../shared/simulator/experiments/plan-runs.ts';
import {
  type ExperimentSummary,
  summarizeRuns,
} from '../../../shared/simulator/experiments/summarize-runs.ts';
import { getScenario } from '../../../shared/simulator/scenario.ts';
import { cancelExperiment, isDesktop, startExperiment, subscribe } from '../../app-api.ts';
import { getDesign, useDesign } from '../../state/design-store.ts';
import { setTask } from '../../state/status-store.ts';
import { useRun } from '../run-store.ts';
import {
  type FinishedExperiment,
  initialExperiment,
  setExperiment,
  type Subject,
  useExperiment,
} from './experiment-store.ts';
import type { ValueRange } from './variable-properties.ts';

const taskId = 'experiment';

/** The experiment under way; an object of its own for each, so that late news of another is told apart. */
let current: { run?: string; about: Omit<FinishedExperiment, 'summary'> } | undefined;

/** The experiment in full; throws what is wrong with the values in words. */
export function buildExperiment(
  design: Design,
  subject: Subject,
  range: ValueRange,
  replications: number,
): ResolvedExperiment {
  const { scenario, durationSeconds, seed } = useRun.getState().request;
  const resolved = getScenario(design, {
    ...(scenario === '' ? {} : { scenario }),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    ...(seed === undefined ? {} : { seed }),
  });
  const values = `${range.from}..${range.to}/${range.step}`;
  const names = {
    nothing: [],
    load: ['load'],
    property: subject.kind === 'property' ? [`${subject.node}.${subject.property}`] : [],
  };
  return {
    variations: names[subject.kind].map((name) => parseVariation(design, `${name}=${values}`)),
    replications,
    ...(scenario === '' ? {} : { scenario }),
    durationSeconds: resolved.durationSeconds,
    seed: resolved.seed,
    mode: 'fluid',
  };
}

/** Makes all runs beside the page; progress and result arrive in the store. */
export async function runExperiment(
  experiment: ResolvedExperiment,
  about: Omit<FinishedExperiment, 'summary'>,
): Promise<void> {
  cancelCurrent();
  const own: NonNullable<typeof current> = { about };
  current = own;
  setExperiment({ error: undefined });
  showProgress(0, getSliceRuns(experiment).length);
  try {
    if (isDesktop()) {
      const { run } = await startExperiment({ text: serializeDesign(getDesign()), experiment });
      own.run = run;
      if (current !== own) void cancelExperiment(run);
    } else {
      await runInPage(experiment, own);
    }
  } catch (error) {
    if (current === own) end({ error: error instanceof Error ? error.message : String(error) });
  }
}

/** A page without the desktop app has no other process; its runs are for previews and tests. */
async function runInPage(experiment: ResolvedExperiment, own: NonNullable<typeof current>): Promise<void> {
  const { runPlanned } = await import('../../../shared/simulator/experiments/run-planned.ts');
  const design = getDesign();
  const runs = getSliceRuns(experiment);
  const outcomes = [];
  for (const index of runs) {
    await new Promise((resolve) => setTimeout(resolve));
    if (current !== own) return;
    outcomes.push(runPlanned(design, experiment, index));
    showProgress(outcomes.length, runs.length);
  }
  end({ summary: summarizeRuns(experiment, outcomes) });
}

export function cancelRunning(): void {
  cancelCurrent();
  end({ error: undefined });
}

function cancelCurrent(): void {
  if (current?.run !== undefined) void cancelExperiment(current.run);
  current = undefined;
}

function showProgress(done: number, total: number): void {
  setExperiment({ progress: { done, total } });
  setTask(taskId, { label: 'Experiment', fraction: done / total, cancel: cancelRunning });
}

function end(outcome: { summary: ExperimentSummary } | { error: string | undefined }): void {
  const about = current?.about;
  current = undefined;
  setTask(taskId, undefined);
  if ('summary' in outcome) {
    setExperiment({
      progress: undefined,
      ...(about && { finished: { ...about, summary: outcome.summary } }),
    });
  } else {
    setExperiment({ progress: undefined, error: outcome.error });
  }
}

/** Listens to experiments; returns the way to stop. */
export function watchExperiments(): () => void {
  const isCurrent = (run: string): boolean =>
    current !== undefined && (current.run === undefined || current.run === run);
  const stops = [
    subscribe.experimentProgress(({ run, done, total }) => {
      if (isCurrent(run)) showProgress(done, total);
    }),
    subscribe.experimentFinished(({ run, summary }) => {
      if (isCurrent(run)) end({ summary });
    }),
    subscribe.experimentFailed(({ run, cancelled, message }) => {
      if (isCurrent(run)) end({ error: cancelled ? undefined : message });
    }),
    // Another document: its predecessor's results would be lies.
    useDesign.subscribe((state, before) => {
      if (state.documentNumber === before.documentNumber) return;
      if (useExperiment.getState().progress) cancelRunning();
      setExperiment(initialExperiment);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
