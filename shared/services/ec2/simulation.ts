import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const instances = config.number('instanceCount');
  const workers = instances * config.number('workersPerInstance');
  const seconds = config.number('secondsPerRecord');
  return {
    stages: [
      {
        label: 'workers',
        service:
          seconds > 0
            ? {
                kind: 'servers',
                label: `${workers} workers at ${seconds} s per record`,
                servers: workers,
                time: { distribution: 'exponential', meanSeconds: seconds },
              }
            : { kind: 'unlimited' },
      },
    ],
    cost: [{ label: 'Instance hours', basis: 'hours', factor: instances, price: 'price-instance-hour' }],
    assumptions: ['Service times are exponential; what waits is kept in memory without a bound.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'A queue served by instances × workers, each taking an exponential time per record that you set.',
  sources: ['ASSUMPTION'],
  scaledBy: 'instanceCount',
  build,
};
