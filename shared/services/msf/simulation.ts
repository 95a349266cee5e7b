import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

/** KPUs charged: tasks over tasks per KPU, rounded up, plus the orchestration KPU (MSF-SCALE). */
export function getKpus(parallelism: number, parallelismPerKpu: number, orchestration: number): number {
  return Math.ceil(parallelism / parallelismPerKpu) + orchestration;
}

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const parallelism = config.number('parallelism');
  const perTask = config.number('recordsPerSecondPerTask');
  const kpus = getKpus(parallelism, config.number('parallelismPerKpu'), context.limit('orchestration-kpus'));
  const evaluate = 60;
  return {
    stages: [
      {
        label: 'operators',
        service: {
          kind: 'rate',
          label: `${parallelism} tasks at ${perTask} records/s`,
          recordsPerSecond: parallelism * perTask,
        },
        ...(config.flag('autoScalingEnabled') && {
          scaling: {
            label: 'Automatic scaling: doubles after 15 minutes at 75 % CPU',
            initialUnits: 1,
            minUnits: 1,
            maxUnits: Math.max(1, Math.floor(context.limit('parallelism') / parallelism)),
            step: { kind: 'multiply', factor: 2 } as const,
            metric: 'utilization' as const,
            upAbove: context.limit('scale-up-utilization'),
            downBelow: context.limit('scale-down-utilization'),
            evaluateEverySeconds: evaluate,
            upEvaluations: context.limit('scale-up-seconds') / evaluate,
            downEvaluations: context.limit('scale-down-seconds') / evaluate,
            cooldownSeconds: 0,
            warmUpSeconds: 0,
            restartSeconds: config.number('restartSeconds'),
          },
        }),
        delaySeconds: config.flag('checkpointingEnabled')
          ? config.number('checkpointIntervalSeconds') / 2
          : 0,
        transform: { recordsPerRecord: config.number('recordsOutPerRecord') },
      },
    ],
    cost: [
      {
        label: `KPU hours (${kpus} at the drawn parallelism)`,
        basis: config.flag('autoScalingEnabled') ? 'unit-hours' : 'hours',
        factor: kpus,
        price: 'price-kpu-hour',
      },
      { label: 'Running storage', basis: 'hours', factor: ((kpus - 1) * 50) / 730, price: 'price-storage' },
    ],
    assumptions: [
      'Every task has the same rate; a backlog stays in the source stream and shows as its iterator age.',
      'Results become visible at checkpoints: half the interval is added on average (exactly-once sinks).',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'A fluid server with parallelism × records per task. With automatic scaling the capacity doubles after 15 one-minute points at 75 % utilization and halves after 6 hours below 10 %, with a standstill at each change. Results wait half a checkpoint interval on average.',
  sources: ['MSF-SCALE', 'MSF-AUTO', 'MSF-PRICE', 'ASSUMPTION'],
  scaledBy: 'parallelism',
  build,
};
