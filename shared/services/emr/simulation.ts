import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const nodes = Math.max(config.number('coreInstanceCount'), config.number('maximumUnits'));
  const vCpus = nodes * config.number('vCpusPerNode');
  const perRun = Math.min(vCpus, config.number('vCpusPerRun'));
  const steps = Math.min(config.number('stepConcurrencyLevel'), context.limit('step-concurrency'));
  const slots = Math.max(1, Math.min(Math.floor(vCpus / perRun), steps));
  const rate = perRun * config.number('megabytesPerSecondPerVCpu') * 1e6;
  const period = config.number('runEverySeconds');
  return {
    stages: [
      {
        label: 'steps',
        job: {
          label: `${slots} at once × ${perRun} vCPU at ${rate / 1e6} MB/s`,
          periodSeconds: period,
          offsetSeconds: period,
          startupSeconds: config.number('startupSeconds'),
          bytesPerSecond: rate,
          slots,
        },
      },
    ],
    cost: [
      {
        label: 'Node hours at the start size',
        basis: 'hours',
        factor: 1 + config.number('coreInstanceCount'),
        price: 'price-instance-hour',
      },
    ],
    assumptions: [
      'The cluster is taken as grown to its bound whenever a step runs; the time managed scaling needs is left out.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'A job shop: steps start on a period, as many at once as fit the vCPUs and the step concurrency, each for start-up plus bytes over vCPUs × speed.',
  sources: ['EMRS-Q', 'CDK', 'ASSUMPTION'],
  build,
};
