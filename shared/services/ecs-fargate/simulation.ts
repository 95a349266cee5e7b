import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const tasks = config.number('desiredCount');
  const workers = tasks * config.number('workersPerTask');
  const seconds = config.number('secondsPerRecord');
  return {
    stages: [
      {
        label: 'workers',
        service:
          workers === 0
            ? { kind: 'rate', label: 'No task is running', recordsPerSecond: 0 }
            : seconds > 0
              ? {
                  kind: 'servers',
                  label: `${workers} workers at ${seconds} s per record`,
                  servers: workers,
                  time: { distribution: 'exponential', meanSeconds: seconds },
                }
              : { kind: 'unlimited' },
      },
    ],
    cost: [
      {
        label: 'vCPU hours',
        basis: 'hours',
        factor: (tasks * Number(config.text('cpu'))) / 1024,
        price: 'price-vcpu-hour',
      },
      {
        label: 'Memory hours',
        basis: 'hours',
        factor: (tasks * config.number('memory')) / 1024,
        price: 'price-gb-hour',
      },
    ],
    assumptions: ['Service times are exponential; tasks run from the start of the run.'],
  };
}

export const simulation: SimulationModel = {
  description: 'A queue served by tasks × workers, each taking an exponential time per record that you set.',
  sources: ['ECS-Q', 'ASSUMPTION'],
  scaledBy: 'desiredCount',
  build,
};
