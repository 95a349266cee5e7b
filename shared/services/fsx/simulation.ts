import type { CostLine, NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

/** Lustre is sold by 1,200 GiB, which AWS calls 1.2 TiB when it multiplies by the tier (FSX-PERF). */
const gibPerTib = 1000;
const hoursPerMonth = 730;

/** Rate of the file servers in bytes/s: storage × tier for Lustre, else as chosen. */
function getServerRate(context: SimulationContext): number {
  const { config } = context;
  if (config.text('fileSystemType') !== 'LUSTRE') return Number(config.text('throughputCapacity')) * 1e6;
  const tier = Math.min(
    Number(config.text('perUnitStorageThroughput')),
    context.limit('lustre-throughput-tiers'),
  );
  return (config.number('storageCapacity') / gibPerTib) * tier * 1e6;
}

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const server = getServerRate(context);
  const network = (config.number('clients') * context.limit('client-server-bits')) / 8;
  const rate = Math.min(server, network);
  const label = rate < server ? `${config.number('clients')} clients at 5 Gbps` : 'file servers';
  const storage = config.number('storageCapacity');
  const zfs = config.text('fileSystemType') === 'OPENZFS';
  const cost: CostLine[] = zfs
    ? [
        { label: 'Storage', basis: 'hours', factor: storage / hoursPerMonth, price: 'price-zfs-storage' },
        {
          label: 'Throughput',
          basis: 'hours',
          factor: Number(config.text('throughputCapacity')) / hoursPerMonth,
          price: 'price-zfs-throughput',
        },
      ]
    : [{ label: 'Storage', basis: 'hours', factor: storage / hoursPerMonth, price: 'price-lustre' }];
  return {
    stages: [
      {
        label: 'writes',
        queue: { onFull: 'block' },
        service: {
          kind: 'rate',
          label: `${(rate / 1e6).toFixed(0)} MB/s, bound by ${label}`,
          bytesPerSecond: rate,
        },
      },
    ],
    cost,
    assumptions: ['Network burst credits are left out; input slows down to the limit and loses nothing.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'A pipe at the rate of the file servers (Lustre: TiB × tier) or of the clients’ connections to them, whichever is less.',
  sources: ['FSX-PERF', 'ASSUMPTION'],
  build,
};
