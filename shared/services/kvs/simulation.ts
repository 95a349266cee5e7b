import type {
  NodeModel,
  SimulationContext,
  SimulationModel,
  SimulationNeighbour,
  Stage,
} from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const seconds = context.config.number('fragmentSeconds');
  return {
    stages: [
      {
        label: 'PutMedia',
        admission: [
          {
            label: 'PutMedia bandwidth, 12.5 MB/s per stream',
            bytesPerSecond: context.limit('put-bytes'),
            scope: 'station',
            onRefuse: 'drop',
          },
        ],
        service: { kind: 'unlimited' },
        batch: {
          label: `Fragments of ${seconds} s`,
          maxSeconds: seconds,
          maxBytes: context.limit('fragment-bytes'),
          scope: 'station',
          timer: 'first-record',
        },
      },
    ],
    fanOut: 'copy',
    cost: [{ label: 'Data ingested', basis: 'bytes-in', factor: 1e-9, price: 'price-in' }],
    assumptions: [
      'One record is one frame. Frames above the bandwidth of the stream are lost at the producer.',
      'Reading through GetMedia and stored media carry no price: none could be sourced.',
    ],
  };
}

/** Every reader holds a GetMedia connection of its own and follows the retained fragments. */
function buildOutgoing(context: SimulationContext, _reader: SimulationNeighbour): readonly Stage[] {
  const hours = context.config.number('dataRetentionInHours');
  return [
    {
      label: 'GetMedia connection',
      queue: {
        // Without retention the service buffers about five minutes.
        retentionSeconds: hours > 0 ? hours * 3600 : 300,
        onFull: 'drop',
        onExpire: 'drop',
      },
      service: {
        kind: 'rate',
        label: 'GetMedia bandwidth, 25 MB/s per connection',
        bytesPerSecond: context.limit('get-bytes'),
      },
    },
  ];
}

export const simulation: SimulationModel = {
  description:
    'One producer at up to 12.5 MB/s. Frames become readable when their fragment is complete, so latency is at least the fragment length. Each reader has a connection of 25 MB/s and loses what is older than the retention (about five minutes without one).',
  sources: ['KVS-Q', 'SDK-kinesisvideo'],
  build,
  buildOutgoing,
};
