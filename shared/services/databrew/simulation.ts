import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const nodes = config.number('maxCapacity');
  const rate = nodes * config.number('megabytesPerSecondPerNode') * 1e6;
  const period = config.number('runEverySeconds');
  const profile = config.text('jobType') === 'PROFILE';
  return {
    stages: [
      {
        label: 'job runs',
        job: {
          label: `${nodes} nodes at ${rate / 1e6} MB/s`,
          periodSeconds: period,
          offsetSeconds: period,
          startupSeconds: config.number('startupSeconds'),
          bytesPerSecond: rate,
          slots: 1,
          timeoutSeconds: config.number('timeout') * 60,
        },
        // A profile leaves a report, not the data.
        ...(profile && { transform: { recordsPerRecord: 0, bytesPerByte: 0 } }),
      },
    ],
    cost: [{ label: 'Node hours', basis: 'busy-seconds', factor: nodes / 3600, price: 'price-node-hour' }],
    assumptions: ['A run uses all its nodes. A profile is taken to read everything, whatever it samples.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'A periodic job, one run at a time: start-up, then bytes over nodes × speed. Recipes hand the data on, profiles do not.',
  sources: ['SDK-databrew', 'DB-WHAT', 'ASSUMPTION'],
  build,
};
