import type {
  NodeModel,
  SimulationContext,
  SimulationModel,
  SimulationNeighbour,
  Stage,
} from '../simulation-model.ts';

/** Write units of one item: its size rounded up to whole KB (DDB-PROV). */
export function getWriteUnits(itemBytes: number, unitBytes: number): number {
  return Math.max(1, Math.ceil(itemBytes / unitBytes));
}

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const units = getWriteUnits(config.number('itemBytes'), context.limit('write-unit-bytes'));
  const lanes = config.number('partitions');
  const provisioned = config.text('billingMode') === 'PROVISIONED';
  const perPartition = context.limit('partition-writes') / units;
  const tableUnits = provisioned
    ? config.number('writeCapacityUnits')
    : Math.max(context.limit('on-demand-start-writes'), 2 * config.number('previousPeakWritesPerSecond'));
  const refusal = { onRefuse: 'retry', retryForSeconds: 60 } as const;
  return {
    stages: [
      {
        label: 'writes',
        lanes,
        laneName: 'partitions',
        laneShares: context.keyShares(lanes),
        admission: [
          {
            label: `Partition limit, 1,000 write units/s (${units} per item)`,
            recordsPerSecond: perPartition,
            scope: 'lane',
            ...refusal,
          },
          {
            label: provisioned
              ? `Provisioned ${tableUnits} write units/s`
              : `On-demand ceiling, ${tableUnits} write units/s`,
            recordsPerSecond: tableUnits / units,
            ...(provisioned && { burstSeconds: context.limit('burst-seconds') }),
            scope: 'station',
            ...refusal,
          },
        ],
        // What was admitted passes at once; its share of the capacity is the utilization that scaling watches.
        service: provisioned
          ? { kind: 'unlimited' }
          : {
              kind: 'rate',
              label: `On-demand ceiling, ${tableUnits} write units/s over ${lanes} partitions`,
              recordsPerSecond: tableUnits / units / lanes,
            },
        ...(!provisioned && {
          scaling: {
            label: 'On-demand: doubles within 30 minutes',
            initialUnits: 1,
            minUnits: 1,
            maxUnits: 1024,
            step: { kind: 'multiply', factor: 2 } as const,
            metric: 'utilization' as const,
            upAbove: 0.5,
            evaluateEverySeconds: context.limit('on-demand-window-seconds'),
            upEvaluations: 1,
            downEvaluations: 1,
            cooldownSeconds: 0,
            warmUpSeconds: 0,
          },
        }),
      },
    ],
    fanOut: 'copy',
    cost: provisioned
      ? [
          { label: 'Write units', basis: 'hours', factor: tableUnits, price: 'price-wcu-hour' },
          {
            label: 'Read units',
            basis: 'hours',
            factor: config.number('readCapacityUnits'),
            price: 'price-rcu-hour',
          },
        ]
      : [{ label: 'Write units', basis: 'records-in', factor: units, price: 'price-write' }],
    assumptions: [
      'Every record that arrives is one write of one item; reads are not modelled.',
      'Writers retry a throttled item for a minute before they give up.',
    ],
  };
}

/** Readers of the table’s stream lose what is older than 24 hours. */
function buildOutgoing(context: SimulationContext, reader: SimulationNeighbour): readonly Stage[] {
  if (
    reader.kind !== 'change-capture' &&
    reader.service !== 'lambda' &&
    reader.service !== 'eventbridge-pipe'
  )
    return [];
  return [
    {
      label: 'stream reader',
      lanes: context.config.number('partitions'),
      queue: {
        retentionSeconds: context.limit('stream-retention') * 3600,
        onFull: 'drop',
        onExpire: 'drop',
      },
      service: { kind: 'unlimited' },
    },
  ];
}

export const simulation: SimulationModel = {
  description:
    'Two levels of token buckets: 1,000 write units a second per partition, filled by its share of the keys, under the table’s provisioned units (with 300 s of burst) or the on-demand ceiling of twice the previous peak. Items cost their size rounded up to KB.',
  sources: ['DDB-PROV', 'DDB-OD', 'DDB-BURST'],
  scaledBy: 'writeCapacityUnits',
  build,
  buildOutgoing,
};
