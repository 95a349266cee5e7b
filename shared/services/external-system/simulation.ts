import { buildRemoteStage } from '../remote-endpoint.ts';
import type { SimulationModel } from '../simulation-model.ts';

export const simulation: SimulationModel = {
  description:
    'A source of its workload and a sink for what it is sent. Without a limit everything is accepted after the response time; with one, more than that is refused and tried again, waits, or is lost, as you say.',
  sources: ['ASSUMPTION'],
  build: (context) => ({ stages: [buildRemoteStage(context, 'external system')] }),
};
