import type { NodeModel, SimulationModel } from '../simulation-model.ts';

function build(): NodeModel {
  return {
    stages: [{ label: 'metadata only, no data passes', service: { kind: 'unlimited' } }],
    assumptions: [
      'The catalog holds schemas and partitions, so it adds no delay and no limit to the data path. Requests and objects below the free million cost nothing.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'Not on the data path: records written through a catalog edge pass at once, and AWS publishes no request rate of the catalog that could bind.',
  sources: ['N-149', 'GL-Q'],
  build,
};
