import type {
  NodeModel,
  SimulationContext,
  SimulationModel,
  SimulationNeighbour,
  Stage,
} from '../simulation-model.ts';

interface Capacity {
  label: string;
  /** Whole cluster and one partition, bytes per second. */
  inBytes: number;
  outBytes: number;
  partitionInBytes: number | undefined;
  partitionOutBytes: number | undefined;
}

function getCapacity(context: SimulationContext): Capacity {
  const { config } = context;
  if (config.text('deployment') === 'SERVERLESS') {
    return {
      label: 'MSK Serverless',
      inBytes: context.limit('serverless-in-bytes'),
      outBytes: context.limit('serverless-out-bytes'),
      partitionInBytes: context.limit('serverless-partition-in-bytes'),
      partitionOutBytes: context.limit('serverless-partition-out-bytes'),
    };
  }
  const brokers = config.number('numberOfBrokerNodes');
  if (config.text('instanceType').startsWith('express.')) {
    return {
      label: `${brokers} Express brokers`,
      inBytes: brokers * context.limit('express-in-bytes'),
      outBytes: brokers * context.limit('express-out-bytes'),
      partitionInBytes: context.limit('express-partition-bytes'),
      partitionOutBytes: context.limit('express-partition-bytes'),
    };
  }
  const bytes = brokers * config.number('brokerBytesPerSecond');
  return {
    label: `${brokers} brokers`,
    inBytes: bytes,
    // Express and Serverless read at twice the rate at which they are written.
    outBytes: 2 * bytes,
    partitionInBytes: undefined,
    partitionOutBytes: undefined,
  };
}

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const capacity = getCapacity(context);
  const lanes = config.number('partitions');
  const serverless = config.text('deployment') === 'SERVERLESS';
  const brokers = config.number('numberOfBrokerNodes');
  const small = config.text('instanceType') === 'kafka.t3.small';
  return {
    stages: [
      {
        label: 'partitions (write)',
        lanes,
        laneName: 'partitions',
        laneShares: context.keyShares(lanes),
        admission: [
          ...(capacity.partitionInBytes === undefined
            ? []
            : [
                {
                  label: `Write per partition, ${capacity.partitionInBytes / 1e6} MB/s`,
                  bytesPerSecond: capacity.partitionInBytes,
                  scope: 'lane' as const,
                  onRefuse: 'retry' as const,
                },
              ]),
          {
            label: `${capacity.label}, ${capacity.inBytes / 1e6} MB/s in`,
            bytesPerSecond: capacity.inBytes,
            scope: 'station',
            onRefuse: 'retry',
          },
        ],
        service: { kind: 'unlimited' },
      },
    ],
    fanOut: 'copy',
    cost: serverless
      ? []
      : [
          {
            label: 'Broker hours',
            basis: 'hours',
            factor: brokers,
            price: small ? 'price-broker-hour-t3-small' : 'price-broker-hour-other',
          },
          {
            label: 'Broker storage',
            basis: 'hours',
            factor: (brokers * config.number('volumeSizeGiB')) / 730,
            price: 'price-storage',
          },
        ],
    assumptions: [
      'Brokers delay writers above their limit instead of refusing them.',
      'Partitions are spread evenly over the brokers.',
    ],
  };
}

/** Every consumer group follows the log at its own position. */
function buildOutgoing(context: SimulationContext, reader: SimulationNeighbour): readonly Stage[] {
  const capacity = getCapacity(context);
  const lanes = context.config.number('partitions');
  const perPartition = capacity.partitionOutBytes ?? capacity.outBytes / lanes;
  return [
    {
      label: `consumer of ${reader.service}`,
      lanes,
      laneName: 'partitions',
      laneShares: context.keyShares(lanes),
      queue: {
        retentionSeconds: context.config.number('retentionHours') * 3600,
        onFull: 'drop',
        onExpire: 'drop',
      },
      service: {
        kind: 'rate',
        label: `Read per partition, ${Math.round(perPartition / 1e4) / 100} MB/s`,
        bytesPerSecond: perPartition,
      },
      shared: [
        {
          group: 'cluster-read',
          label: `${capacity.label}, ${capacity.outBytes / 1e6} MB/s out`,
          bytesPerSecond: capacity.outBytes,
          scope: 'station',
        },
      ],
    },
  ];
}

export const simulation: SimulationModel = {
  description:
    'Every partition has its write limit below the limit of the cluster; writers above it are delayed. Each consumer reads the log at its own position, with the partition’s read limit, and all of them share what the cluster can send. Records older than the retention are lost to a consumer that has not reached them.',
  sources: ['MSK-Q'],
  build,
  buildOutgoing,
};
