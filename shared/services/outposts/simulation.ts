import type { SimulationModel } from '../simulation-model.ts';

export const simulation: SimulationModel = {
  description:
    'A fixed capacity (vCPUs times records per vCPU) at the site, behind it the service link to the Region as a pipe in which data waits. Nothing grows with the load.',
  sources: ['N-221', 'S3-OP', 'ASSUMPTION'],
  build(context) {
    const vcpus = context.config.number('vcpus');
    const perVcpu = context.config.number('recordsPerSecondPerVcpu');
    const gigabits = context.config.number('linkGbps');
    return {
      stages: [
        {
          label: 'rack',
          queue: { onFull: 'block' },
          service: {
            kind: 'rate',
            label: `${vcpus} vCPUs at ${perVcpu} records/s each`,
            recordsPerSecond: vcpus * perVcpu,
          },
        },
        {
          label: 'service link',
          queue: { onFull: 'block' },
          service: {
            kind: 'rate',
            label: `Service link of ${gigabits} Gbps`,
            bytesPerSecond: (gigabits * 1e9) / 8,
          },
        },
      ],
      assumptions: ['Local readers of what stays on the rack are not modelled.'],
    };
  },
};
