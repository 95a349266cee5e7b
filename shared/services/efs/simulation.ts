import type { CostLine, NodeModel, SimulationContext, SimulationModel, Stage } from '../simulation-model.ts';

const mebibyte = 2 ** 20;
const bytesPerTebibyte = 2 ** 40;
const hoursPerMonth = 730;
const secondsPerDay = 86_400;

/** Credit a bursting file system gathers in a day, as seconds at its peak. */
export function getBurst(context: SimulationContext): { base: number; peak: number; secondsPerDay: number } {
  const stored = context.config.number('storedGiB');
  const base = stored * context.limit('bursting-base-bytes');
  const tebibytes = (stored * 2 ** 30) / bytesPerTebibyte;
  const peak = context.limit('bursting-peak-bytes') * Math.max(1, tebibytes);
  return { base, peak, secondsPerDay: (base * secondsPerDay) / peak };
}

function buildStage(context: SimulationContext): Stage {
  const { config } = context;
  const queue = { onFull: 'block' } as const;
  const delaySeconds = context.limit('write-latency');
  switch (config.text('throughputMode')) {
    case 'provisioned': {
      const rate = config.number('provisionedThroughputInMibps');
      return {
        label: 'writes',
        queue,
        delaySeconds,
        service: { kind: 'rate', label: `Provisioned ${rate} MiB/s`, bytesPerSecond: rate * mebibyte },
      };
    }
    case 'bursting': {
      const { base, peak } = getBurst(context);
      return {
        label: 'writes',
        queue,
        delaySeconds,
        admission: [
          {
            label: `Bursting: ${(base / mebibyte).toFixed(1)} MiB/s and a day of credit`,
            bytesPerSecond: base,
            burstSeconds: secondsPerDay,
            scope: 'station',
            onRefuse: 'retry',
          },
        ],
        service: {
          kind: 'rate',
          label: `Burst peak, ${(peak / mebibyte).toFixed(0)} MiB/s`,
          bytesPerSecond: peak,
        },
      };
    }
    default:
      return {
        label: 'writes',
        queue,
        delaySeconds,
        service: {
          kind: 'rate',
          label: 'Elastic write throughput, 1 GiB/s',
          bytesPerSecond: context.limit('elastic-write-bytes'),
          recordsPerSecond: context.limit('write-operations'),
        },
      };
  }
}

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const cost: CostLine[] = [
    {
      label: 'Standard storage',
      basis: 'hours',
      factor: config.number('storedGiB') / hoursPerMonth,
      price: 'price-storage',
    },
  ];
  if (config.text('throughputMode') === 'provisioned') {
    cost.push({
      label: 'Provisioned throughput',
      basis: 'hours',
      factor: config.number('provisionedThroughputInMibps') / hoursPerMonth,
      price: 'price-provisioned',
    });
  }
  return {
    stages: [buildStage(context)],
    cost,
    assumptions: [
      'Input slows down to the limit and loses nothing; what arrives does not add to what is stored.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'A pipe for writes: elastic at the Region’s rate, provisioned at the rate paid for, bursting as a token bucket that fills with 50 KiB/s per GiB stored and empties at the peak. The bucket starts full.',
  sources: ['EFS-PERF', 'ASSUMPTION'],
  build,
};
