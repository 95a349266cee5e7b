import { buildRemoteStage } from '../remote-endpoint.ts';
import type { SimulationModel } from '../simulation-model.ts';

export const simulation: SimulationModel = {
  description:
    'As a target it takes writes up to the rate you state, each after the response time, and refuses, holds back or loses more. As a source it gives its workload: rows of a full load or changes.',
  sources: ['ASSUMPTION'],
  build: (context) => ({
    stages: [buildRemoteStage(context, 'MongoDB')],
    assumptions: ['Load that reading puts on the database is not modelled.'],
  }),
};
