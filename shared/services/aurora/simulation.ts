import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';
import { getVCpus } from './properties.ts';

/** A provisioned vCPU is taken as two ACUs, an assumption the rate per ACU can correct. */
const acusPerVCpu = 2;

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const perAcu = config.number('writesPerSecondPerAcu');
  const serverless = config.text('capacityType') === 'SERVERLESS';
  const step = context.limit('acu-step');
  const maximum = Math.min(context.limit('acu-maximum'), config.number('maxCapacity'));
  const minimum = Math.min(maximum, Math.max(step, config.number('minCapacity')));
  const vCpus = getVCpus(config.text('dbInstanceClass'));
  const fixed = vCpus * acusPerVCpu * perAcu;
  return {
    stages: [
      {
        label: 'writer',
        queue: { onFull: 'block' },
        service: serverless
          ? {
              kind: 'rate',
              label: `${perAcu} writes/s per ACU, ${maximum} ACU at most`,
              recordsPerSecond: perAcu * step,
            }
          : { kind: 'rate', label: `${vCpus} vCPU, ${fixed} writes/s`, recordsPerSecond: fixed },
        ...(serverless && {
          scaling: {
            label: `Serverless capacity, ${minimum}–${maximum} ACU in steps of ${step}`,
            initialUnits: minimum / step,
            minUnits: minimum / step,
            maxUnits: maximum / step,
            step: { kind: 'target' as const },
            metric: 'utilization' as const,
            upAbove: 0.8,
            downBelow: 0.5,
            evaluateEverySeconds: config.number('scaleEverySeconds'),
            upEvaluations: 1,
            downEvaluations: 6,
            cooldownSeconds: 0,
            warmUpSeconds: 0,
          },
        }),
      },
    ],
    cost: serverless
      ? [
          {
            label: 'ACU hours of the writer',
            basis: 'unit-hours',
            factor: step,
            price: 'price-acu-hour',
          },
          {
            label: 'ACU hours of the readers, at least',
            basis: 'hours',
            factor: config.number('readers') * config.number('minCapacity'),
            price: 'price-acu-hour',
          },
        ]
      : [
          {
            label: 'Instance hours',
            basis: 'hours',
            factor: 1 + config.number('readers'),
            price: 'price-instance-hour',
          },
        ],
    assumptions: [
      'All writes go to one writer; readers and storage are taken as fast enough.',
      'A pause of the cluster, and the 15 s it takes to resume, are not modelled.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'One writer with a rate per ACU; serverless capacity follows utilization between its bounds in half-ACU steps. Writers wait, nothing is lost after commit.',
  sources: ['AUR-V2', 'AUR-PAUSE', 'RDS-Q', 'ASSUMPTION'],
  build,
};
