import type { CostLine, NodeModel, SimulationContext, SimulationModel, Stage } from '../simulation-model.ts';

function buildServerless(context: SimulationContext): Stage {
  const ceiling = Math.min(context.limit('serverless-ecpu'), context.config.number('maximumEcpuPerSecond'));
  const slot = context.limit('serverless-slot-ecpu');
  // The supported rate starts at what one slot does and doubles until the ceiling.
  const start = Math.min(slot, ceiling);
  return {
    label: 'cache',
    service: {
      kind: 'rate',
      label: `Serverless cache, up to ${ceiling} ECPU/s`,
      recordsPerSecond: start,
    },
    ...(ceiling > start && {
      scaling: {
        label: 'Supported rate doubles every 2–3 minutes',
        initialUnits: 1,
        minUnits: 1,
        maxUnits: ceiling / start,
        step: { kind: 'multiply', factor: 2 },
        metric: 'utilization',
        upAbove: 0.8,
        evaluateEverySeconds: context.limit('scale-seconds'),
        upEvaluations: 1,
        downEvaluations: 10,
        cooldownSeconds: 0,
        warmUpSeconds: 0,
      },
    }),
  };
}

function buildCluster(context: SimulationContext): Stage {
  const lanes = context.config.number('numNodeGroups');
  const rate = context.config.number('operationsPerSecondPerShard');
  return {
    label: 'cache',
    lanes,
    laneName: 'shards',
    laneShares: context.keyShares(lanes),
    service: { kind: 'rate', label: `Shard, ${rate} operations/s`, recordsPerSecond: rate },
  };
}

function buildCost(context: SimulationContext): readonly CostLine[] {
  const { config } = context;
  if (config.text('deployment') === 'SERVERLESS') {
    return [{ label: 'Capacity units', basis: 'records-in', factor: 1e-6, price: 'price-ecpu' }];
  }
  const known = config.text('cacheNodeType') === 'cache.r5.4xlarge';
  return [
    {
      label: 'Node hours',
      basis: 'hours',
      factor: config.number('numNodeGroups') * (1 + config.number('replicasPerNodeGroup')),
      price: known ? 'price-node-hour-r5-4xlarge' : 'price-node-hour-other',
    },
  ];
}

function build(context: SimulationContext): NodeModel {
  const serverless = context.config.text('deployment') === 'SERVERLESS';
  const misses = 1 - context.config.number('hitRatio');
  return {
    stages: [
      {
        ...(serverless ? buildServerless(context) : buildCluster(context)),
        delaySeconds: context.limit('latency-read'),
        transform: { recordsPerRecord: misses, bytesPerByte: misses },
      },
    ],
    fanOut: 'copy',
    cost: buildCost(context),
    assumptions: [
      'One operation is one capacity unit, as for values up to 1 KB.',
      'Only misses go on; what is answered from memory ends here.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'Serverless: a rate that starts at 30,000 units per second and doubles every 2–3 minutes up to the ceiling. Nodes: one server per shard, loaded by the keys. Hits end here after a millisecond, misses go on.',
  sources: ['EC-SCALE'],
  scaledBy: 'numNodeGroups',
  build,
};
