import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const misses = (1 - config.number('edgeHitRatio')) * (1 - config.number('regionalHitRatio'));
  const requests = context.limit('requests');
  const bytes = context.limit('bandwidth');
  return {
    stages: [
      {
        label: 'edge locations',
        admission: [
          {
            label: `Requests of a distribution, ${requests} per second`,
            recordsPerSecond: requests,
            scope: 'station',
            onRefuse: 'drop',
          },
          {
            label: 'Bandwidth of a distribution, 150 Gbps',
            bytesPerSecond: bytes,
            scope: 'station',
            onRefuse: 'drop',
          },
        ],
        service: { kind: 'unlimited' },
        transform: { recordsPerRecord: misses, bytesPerByte: misses },
      },
    ],
    fanOut: 'split',
    cost: [{ label: 'Data to the internet', basis: 'bytes-in', factor: 1e-9, price: 'price-egress' }],
    assumptions: [
      'The size of a record is the size of the answer.',
      'Only misses of both caches go to the origin.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'Requests pass the quotas of the distribution; an edge location answers its share, a regional edge cache its share of the rest, and what is left goes to the origin.',
  sources: ['CF-Q'],
  build,
};
