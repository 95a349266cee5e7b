import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const rate = Math.min(context.limit('requests'), config.number('throttlingRateLimit'));
  const burst = Math.min(context.limit('burst'), config.number('throttlingBurstLimit'));
  return {
    stages: [
      {
        label: 'requests',
        admission: [
          {
            label: `Throttle, ${rate} requests/s with a burst of ${burst}`,
            recordsPerSecond: rate,
            burstSeconds: burst / rate,
            scope: 'station',
            onRefuse: 'drop',
          },
        ],
        service: { kind: 'unlimited' },
      },
    ],
    fanOut: 'split',
    cost: [
      {
        label: 'Requests',
        basis: 'records-in',
        factor: 1,
        price: config.text('apiType') === 'REST' ? 'price-rest' : 'price-http',
      },
    ],
    assumptions: ['Refused callers do not come back; a workload with retries is drawn at its producer.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'A token bucket with the rate and burst of the throttle, never above the account’s. What it refuses gets 429 and is lost. Every route takes its share of the requests.',
  sources: ['APIGW-Q'],
  build,
};
