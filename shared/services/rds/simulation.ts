import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';
import { getVCpus } from './instance-classes.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const vCpus = getVCpus(config.text('dbInstanceClass'));
  const perVCpu = config.number('writesPerSecondPerVCpu');
  return {
    stages: [
      {
        label: 'statements',
        queue: { maxRecords: config.number('maxConnections'), onFull: 'block' },
        service: {
          kind: 'servers',
          label: `${vCpus} vCPU at ${perVCpu} writes/s each`,
          servers: vCpus,
          time: { distribution: 'exponential', meanSeconds: 1 / perVCpu },
        },
      },
    ],
    cost: [{ label: 'Instance hours', basis: 'hours', factor: 1, price: 'price-instance-hour' }],
    assumptions: [
      'One statement writes one record; writers wait for a free connection and lose nothing.',
      'Reads, memory, storage latency and replication to the standby are not modelled.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'A multi-server queue: one server per vCPU, exponential statement times, and room for as many statements as there are connections. Beyond that the writer is held back.',
  sources: ['RDS-Q', 'ASSUMPTION'],
  build,
};
