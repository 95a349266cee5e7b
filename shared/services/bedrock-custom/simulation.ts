import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const period = config.number('runEverySeconds');
  const rate = config.number('kilobytesPerSecond') * 1000;
  return {
    stages: [
      {
        label: 'customization runs',
        job: {
          label: `One job at a time at ${rate / 1000} KB/s`,
          periodSeconds: period,
          offsetSeconds: period,
          startupSeconds: config.number('startupSeconds'),
          bytesPerSecond: rate,
          slots: 1,
        },
        transform: { recordsPerRecord: 0, bytesPerByte: 0 },
      },
    ],
    cost: [
      {
        label: 'Training tokens',
        basis: 'bytes-in',
        factor: config.number('tokensPerKilobyte') / 1e6,
        price: 'price-training-tokens',
      },
    ],
    assumptions: [
      'Training data ends here; the custom model is a reference, not data. Passes are not multiplied.',
    ],
  };
}

export const simulation: SimulationModel = {
  description: 'A periodic job, one at a time: start-up, then training bytes over speed. Nothing flows on.',
  sources: ['BR-CUS', 'ASSUMPTION'],
  build,
};
