import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const instances = config.number('instanceCount');
  const rate = instances * config.number('megabytesPerSecondPerInstance') * 1e6;
  const period = config.number('runEverySeconds');
  return {
    stages: [
      {
        label: 'processing runs',
        job: {
          label: `${instances} × ${config.text('instanceType')} at ${rate / 1e6} MB/s`,
          periodSeconds: period,
          offsetSeconds: period,
          startupSeconds: config.number('startupSeconds'),
          bytesPerSecond: rate,
          slots: 1,
          timeoutSeconds: Math.min(context.limit('runtime-maximum'), config.number('maxRuntimeInSeconds')),
        },
      },
    ],
    cost: [
      {
        label: 'Instance hours',
        basis: 'busy-seconds',
        factor: instances / 3600,
        price: 'price-instance-hour',
      },
    ],
    assumptions: ['As many records leave as arrive, of the same size.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'A periodic job, one run at a time: start-up, then bytes over instances × speed, up to the longest run.',
  sources: ['SM-PRC', 'ASSUMPTION'],
  build,
};
