import type { Design, DesignNode, Scenario, Workload } from '../graph/design.ts';
import { findService } from '../services/registry.ts';
import { runExact } from './kernel/run-exact.ts';
import { runFluid } from './kernel/run-fluid.ts';
import type { RunControl, RunResult, Window } from './kernel/run.ts';
import { describeLimit } from './model/binding-limit.ts';
import { buildNetwork } from './model/build-network.ts';
import { type CostEstimate, getCost } from './model/cost.ts';
import { type Freshness, getFreshness } from './model/freshness.ts';
import { describeHoldingStages } from './model/holding-stages.ts';
import { findOutageFaults } from './model/scenario-faults.ts';
import { type OwnerSummary, summarizeOwner } from './model/summary.ts';
import { findWorkloadFaults } from './model/workload-faults.ts';
import { getScenario, type ScenarioChoice, SimulationError } from './scenario.ts';
import { summarizeWorkloads, type WorkloadSummary } from './model/workload-summary.ts';
import { summarizeWindow, type WindowSummary } from './model/window.ts';

export interface SimulationOptions extends ScenarioChoice {
  /** Fixed step; the engine chooses and states one when left out. */
  stepSeconds?: number;
  warmUpSeconds?: number;
  /** `exact` follows every record and suits small runs; `fluid` by default. */
  mode?: 'fluid' | 'exact';
  /** What a record may take from its source before it counts as late; five minutes when left out. */
  lateAfterSeconds?: number;
  /** A stretch of which the result also carries every step. The whole run is made again for it. */
  window?: Window;
}

/** A run of the kernel, rolled up to the nodes and edges of the design. */
export interface SimulationResult extends Omit<RunResult, 'window'> {
  scenario: string;
  mode: 'fluid' | 'exact';
  nodes: OwnerSummary[];
  edges: OwnerSummary[];
  workloads: WorkloadSummary[];
  cost: CostEstimate;
  /** How old and how complete the data is in every node where it ends. */
  freshness: Freshness;
  /** For the window asked for in the options. */
  window?: WindowSummary;
}

/**
 * Replays the design's workloads through it.
 * @throws SimulationError when there is nothing to run, the scenario is unknown or it or a workload
 * cannot be simulated, and NetworkError when other numbers of the design cannot be run.
 */
export function simulateDesign(
  design: Design,
  options: SimulationOptions = {},
  control?: RunControl,
): SimulationResult {
  const scenario = getScenario(design, options);
  if (design.nodes.length === 0)
    throw new SimulationError('The design is empty. Add a producer with a workload, then run again.');
  if (design.workloads.length === 0) {
    throw new SimulationError(
      'No node has a workload, so nothing would flow. Select a producer and add a workload in the inspector.',
    );
  }
  design.workloads.forEach((workload) => checkWorkload(design, workload));
  checkScenario(design, scenario);
  const model = buildNetwork(design, scenario);
  const mode = options.mode ?? 'fluid';
  if (mode === 'exact' && options.window) {
    throw new SimulationError('A window is recorded in fluid mode only: exact mode has no steps.');
  }
  const run = mode === 'exact' ? runExact : runFluid;
  const { window, ...result } = run(
    model.network,
    {
      durationSeconds: scenario.durationSeconds,
      seed: scenario.seed,
      ...(options.stepSeconds !== undefined && { stepSeconds: options.stepSeconds }),
      ...(options.warmUpSeconds !== undefined && { warmUpSeconds: options.warmUpSeconds }),
      ...(options.window !== undefined && { window: options.window }),
    },
    control,
  );
  const stations = new Map(result.stations.map((station) => [station.id, station]));
  const pick = (ids: readonly string[]) => ids.flatMap((id) => stations.get(id) ?? []);
  const specs = new Map(model.network.stations.map((spec) => [spec.id, spec]));
  const withReasons = (owner: OwnerSummary, ids: readonly string[]): OwnerSummary => {
    const parts = ids.flatMap((id) => {
      const [spec, station] = [specs.get(id), stations.get(id)];
      return spec && station ? [{ spec, station }] : [];
    });
    const limit = describeLimit(owner.bindingLimit, parts, model.figures.get(owner.id));
    const holding = describeHoldingStages(parts, model.figures.get(owner.id));
    return { ...owner, ...(limit && { limit }), ...(holding.length > 0 && { holding }) };
  };
  const nameOf = (node: DesignNode): string => node.name ?? findService(node.service)?.shortName ?? node.id;
  const names = new Map(design.nodes.map((node) => [node.id, nameOf(node)]));
  const nameById = (id: string): string => names.get(id) ?? id;
  const summary: SimulationResult = {
    ...result,
    scenario: scenario.name,
    mode,
    nodes: design.nodes.flatMap((node) => {
      const ids = model.nodeStations.get(node.id);
      if (!ids) return [];
      const assumptions = model.nodeModels.get(node.id)?.assumptions ?? [];
      return [withReasons(summarizeOwner(node.id, nameOf(node), pick(ids), assumptions), ids)];
    }),
    edges: design.edges.flatMap((edge) => {
      const ids = model.edgeStations.get(edge.id);
      return ids && ids.length > 0
        ? [
            withReasons(
              summarizeOwner(edge.id, `${nameById(edge.source)} → ${nameById(edge.target)}`, pick(ids), []),
              ids,
            ),
          ]
        : [];
    }),
    workloads: summarizeWorkloads(design, result),
    cost: getCost(design, model, stations, result.durationSeconds),
    freshness: getFreshness(
      model.network,
      result,
      design.nodes.map((node) => ({
        node: node.id,
        name: nameOf(node),
        stations: model.nodeStations.get(node.id) ?? [],
      })),
      options.lateAfterSeconds,
    ),
    notes: [...model.notes, ...result.notes],
  };
  return window ? { ...summary, window: summarizeWindow(window, result.stations, summary) } : summary;
}

function checkWorkload(design: Design, workload: Workload): void {
  const name = `The workload "${workload.name ?? workload.id}"`;
  if (!design.nodes.some((node) => node.id === workload.node))
    throw new SimulationError(
      `${name} is attached to "${workload.node}", which is not in the design. Attach it to a node or remove it.`,
    );
  const fault = findWorkloadFaults(workload)[0];
  if (fault) throw new SimulationError(`${name} cannot be simulated: ${fault.message}`);
}

function checkScenario(design: Design, scenario: Scenario): void {
  const fault = findOutageFaults(design, scenario)[0];
  if (fault)
    throw new SimulationError(`The scenario "${scenario.name}" cannot be simulated: ${fault.message}`);
}
