import { getWorkerDpus } from '../glue-workers.ts';
import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const wanted = config.number('numberOfWorkers') * getWorkerDpus(config.text('workerType'));
  const dpus = Math.min(wanted, context.limit('account-dpus'));
  const rate = dpus * config.number('megabytesPerSecondPerDpu') * 1e6;
  const window = config.number('windowSeconds');
  return {
    stages: [
      {
        label: 'micro-batches',
        job: {
          label: `Batch every ${window} s on ${dpus} DPU at ${rate / 1e6} MB/s`,
          periodSeconds: window,
          offsetSeconds: window,
          startupSeconds: 0,
          fixedSeconds: config.number('batchOverheadSeconds'),
          bytesPerSecond: rate,
          slots: 1,
        },
      },
    ],
    cost: [{ label: 'DPU hours', basis: 'hours', factor: dpus, price: 'price-dpu-hour' }],
    assumptions: [
      'The job always runs with all its workers; what auto scaling saves is not counted.',
      'A batch that takes longer than the window delays the next one, as Spark does.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'A batch server with a time trigger: every window, what has arrived is processed in fixed time plus bytes over DPUs × speed; one batch at a time.',
  sources: ['GL-ST', 'GL-AS', 'GL-WT', 'ASSUMPTION'],
  scaledBy: 'numberOfWorkers',
  build,
};
