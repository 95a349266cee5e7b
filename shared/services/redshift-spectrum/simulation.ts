import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const slots = Math.min(context.limit('query-slots'), config.number('slots'));
  const scanned = config.number('scannedMegabytes');
  const seconds = Math.max(0.001, scanned / config.number('scanMegabytesPerSecond'));
  return {
    stages: [
      {
        label: 'external queries',
        queue: { onFull: 'block' },
        service: {
          kind: 'servers',
          label: `${slots} queries at once, ${seconds} s each`,
          servers: slots,
          time: { distribution: 'exponential', meanSeconds: seconds },
        },
      },
    ],
    cost: [
      { label: 'Data scanned', basis: 'records-in', factor: scanned / 1e6, price: 'price-terabyte-scanned' },
    ],
    assumptions: ['Each record that arrives is one query; the slots are those of the warehouse.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'Queries wait for a slot of the warehouse and hold it for scanned bytes over scan speed (exponential).',
  sources: ['RS-Q', 'RS-SPEC', 'ASSUMPTION'],
  build,
};
