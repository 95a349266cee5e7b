import { create } from 'zustand';
import type { Design } from '../../shared/graph/design.ts';
import type { OwnerSummary } from '../../shared/simulator/model/summary.ts';
import type { WindowSummary } from '../../shared/simulator/model/window.ts';
import type { SimulationOptions, SimulationResult } from '../../shared/simulator/simulate.ts';

/** What the next run is asked for; left out members follow the scenario. */
export interface RunRequest {
  /** Empty runs the design as drawn. */
  scenario: string;
  durationSeconds: number | undefined;
  seed: number | undefined;
}

/** A stretch of the last run looked at step by step. */
export interface Zoom {
  fromSeconds: number;
  toSeconds: number;
  /** Absent while it is computed. */
  summary?: WindowSummary;
  error?: string;
}

interface RunState {
  request: RunRequest;
  /** Typed arrays inside; frames read them without React. */
  result: SimulationResult | undefined;
  /** The design the result is about. */
  ranDesign: Design | undefined;
  /** What the run was asked for. */
  ranOptions: SimulationOptions;
  zoom: Zoom | undefined;
  isRunning: boolean;
  error: string | undefined;
}

export const useRun = create<RunState>()(() => ({
  request: { scenario: '', durationSeconds: undefined, seed: undefined },
  result: undefined,
  ranDesign: undefined,
  ranOptions: {},
  zoom: undefined,
  isRunning: false,
  error: undefined,
}));

/** Readings of a node or edge in the last run. */
export function findSummary(id: string): OwnerSummary | undefined {
  const { result } = useRun.getState();
  return result?.nodes.find((node) => node.id === id) ?? result?.edges.find((edge) => edge.id === id);
}

export function setRequest(changes: Partial<RunRequest>): void {
  useRun.setState((state) => ({ request: { ...state.request, ...changes } }));
}
