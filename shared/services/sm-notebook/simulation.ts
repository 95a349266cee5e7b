import type { SimulationModel } from '../simulation-model.ts';

export const simulation: SimulationModel = {
  description: 'People work here at their own pace: what is read or written passes at once.',
  sources: ['ASSUMPTION'],
  build: (context) => ({
    stages: [{ label: 'notebook', service: { kind: 'unlimited' } }],
    cost: [
      {
        label: 'Instance hours',
        basis: 'hours',
        factor: context.config.number('hoursPerDay') / 24,
        price: 'price-instance-hour',
      },
    ],
  }),
};
