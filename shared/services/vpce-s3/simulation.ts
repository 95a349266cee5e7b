import type { NodeModel, SimulationModel } from '../simulation-model.ts';

function build(): NodeModel {
  return {
    stages: [{ label: 'endpoint', service: { kind: 'unlimited' } }],
    fanOut: 'copy',
    cost: [{ label: 'Gateway endpoint', basis: 'hours', factor: 1, price: 'price-gateway' }],
    assumptions: ['A gateway endpoint is a route: it adds neither time nor a limit.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'Passes everything through at once: a gateway endpoint is a route and has no capacity of its own.',
  sources: ['VPCE-S3'],
  build,
};
