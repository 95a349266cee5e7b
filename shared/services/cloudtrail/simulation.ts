import type { SimulationModel } from '../simulation-model.ts';

export const simulation: SimulationModel = {
  description:
    'A source of its workload (API calls). Events are collected and delivered together after the time you state; nothing is refused, because recording never slows the recorded service.',
  sources: ['ASSUMPTION', 'CT-S3'],
  build(context) {
    const seconds = context.config.number('deliverySeconds');
    return {
      stages: [
        {
          label: 'log files',
          service: { kind: 'unlimited' },
          batch: {
            label: `Log file every ${seconds} s`,
            maxSeconds: seconds,
            scope: 'station',
            timer: 'last-flush',
          },
        },
      ],
      fanOut: 'copy',
      assumptions: ['Price and delivery time are not published in a form this app could check.'],
    };
  },
};
