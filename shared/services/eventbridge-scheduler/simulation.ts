import type { NodeModel, SimulationModel } from '../simulation-model.ts';

function build(): NodeModel {
  return {
    stages: [{ label: 'schedule', service: { kind: 'unlimited' } }],
    fanOut: 'copy',
    cost: [{ label: 'Invocations', basis: 'records-out', factor: 1, price: 'price-invocation' }],
    assumptions: ['A workload on this node says how often it fires; without one it starts nothing in a run.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'The source of start signals: a workload on it gives their times. Starting takes no time and has no limit of its own; jobs and functions behind it have theirs.',
  sources: ['EB-SCH'],
  build,
};
