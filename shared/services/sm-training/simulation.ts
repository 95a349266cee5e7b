import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const instances = config.number('instanceCount');
  const epochs = config.number('epochs');
  const rate = (instances * config.number('megabytesPerSecondPerInstance') * 1e6) / epochs;
  const period = config.number('runEverySeconds');
  return {
    stages: [
      {
        label: 'training runs',
        job: {
          label: `${instances} × ${config.text('instanceType')}, ${epochs} passes`,
          periodSeconds: period,
          offsetSeconds: period,
          startupSeconds: config.number('startupSeconds'),
          bytesPerSecond: rate,
          slots: 1,
          timeoutSeconds: Math.min(context.limit('runtime-maximum'), config.number('maxRuntimeInSeconds')),
        },
        transform: { recordsPerRecord: 0, bytesPerByte: 0 },
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
    assumptions: [
      'A run trains on what arrived since the last one; training data ends here, and the artefact it leaves is not part of the data flow.',
      'Spot interruptions are not modelled.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'A periodic job, one run at a time: start-up, then new bytes × passes over instances × speed. Nothing flows on; the model artefact is a reference, not data.',
  sources: ['SDK-sagemaker', 'ASSUMPTION'],
  build,
};
