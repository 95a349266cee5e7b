import type { Design, PropertyValue, Scenario } from '../../graph/design.ts';
import { NetworkError } from '../kernel/network-error.ts';
import { RecordingError } from '../model/parse-recording.ts';
import { simulateDesign } from '../simulate.ts';
import { getScenario, SimulationError } from '../scenario.ts';
import type { Experiment, RunOutcome, Variation } from './experiment.ts';
import { getRunKpis } from './kpis.ts';
import { getReplicationSeed, getRun } from './plan-runs.ts';

/**
 * Makes one run of an experiment; a function of design, experiment and number, so that it does not
 * matter who makes it and when.
 * @throws SimulationError when the design cannot be run at all; numbers of a single run that cannot be
 * simulated become its outcome.
 */
export function runPlanned(design: Design, experiment: Experiment, index: number): RunOutcome {
  const run = getRun(experiment, index);
  const base = getScenario(design, experiment);
  const varied = vary(design, base, experiment.variations, run.values);
  const [scenario = base] = varied.scenarios;
  try {
    const result = simulateDesign(varied, {
      seed: getReplicationSeed(scenario.seed, run.replication),
      ...(experiment.mode !== undefined && { mode: experiment.mode }),
    });
    return { index, kpis: getRunKpis(varied, result) };
  } catch (error) {
    if (error instanceof NetworkError || error instanceof RecordingError) {
      return { index, failed: error.message };
    }
    if (error instanceof SimulationError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`Run ${index} of the sweep: ${message}`, { cause: error });
  }
}

/** The design with one scenario, and the values of a run put in; an override of the scenario gives way. */
function vary(
  design: Design,
  base: Scenario,
  variations: readonly Variation[],
  values: readonly PropertyValue[],
): Design {
  let nodes = design.nodes;
  let scenario = base;
  variations.forEach(({ target }, position) => {
    const value = values[position] ?? null;
    if (target.kind === 'load') {
      scenario = { ...scenario, loadFactor: (scenario.loadFactor ?? 1) * Number(value) };
      return;
    }
    const changed = { [target.property]: value };
    nodes = nodes.map((node) =>
      node.id === target.node ? { ...node, properties: { ...node.properties, ...changed } } : node,
    );
    if (scenario.overrides) {
      const overrides = scenario.overrides.map((override) =>
        override.node === target.node
          ? { ...override, properties: { ...override.properties, ...changed } }
          : override,
      );
      scenario = { ...scenario, overrides };
    }
  });
  return { ...design, nodes, scenarios: [scenario] };
}
