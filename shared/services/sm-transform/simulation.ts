import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

/** Requests at once that the payload leaves room for: both together may hold 100 MB. */
export function getConcurrency(context: SimulationContext): number {
  const { config } = context;
  const most = Math.floor(context.limit('payload-total') / config.number('maxPayloadInMB'));
  return Math.max(1, Math.min(config.number('maxConcurrentTransforms'), most));
}

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const instances = config.number('instanceCount');
  const rate = instances * config.number('recordsPerSecondPerInstance');
  const period = config.number('runEverySeconds');
  return {
    stages: [
      {
        label: 'transform runs',
        job: {
          label: `${instances} instances, ${getConcurrency(context)} requests at once each, ${rate} records/s`,
          periodSeconds: period,
          offsetSeconds: period,
          startupSeconds: config.number('startupSeconds'),
          recordsPerSecond: rate,
          slots: 1,
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
    assumptions: [
      'The speed per instance is with all its requests at once; one prediction leaves per record.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'A periodic job, one run at a time: start-up, then records over instances × speed. Payload and requests at once share 100 MB.',
  sources: ['SDK-sagemaker', 'SM-TRF', 'ASSUMPTION'],
  build,
};
