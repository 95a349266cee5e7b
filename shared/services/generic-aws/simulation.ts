import { buildRemoteStage } from '../remote-endpoint.ts';
import type { SimulationModel } from '../simulation-model.ts';

export const simulation: SimulationModel = {
  description:
    'A box with the capacity you state: more than that is refused and tried again, waits, or is lost. Every record leaves after the response time. Without a limit everything passes.',
  sources: ['ASSUMPTION'],
  build: (context) => ({
    stages: [buildRemoteStage(context, context.config.text('resourceType') || 'AWS resource')],
    assumptions: ['Quotas and prices of the resource are unknown here; the capacity is yours.'],
  }),
};
