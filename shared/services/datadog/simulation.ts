import { buildRemoteStage } from '../remote-endpoint.ts';
import type { SimulationModel } from '../simulation-model.ts';

export const simulation: SimulationModel = {
  description:
    'An intake that accepts up to the rate you state, each record after the response time, and refuses more. Firehose retries for up to 7,200 s and then writes to its backup bucket.',
  sources: ['FH-BUF', 'ASSUMPTION'],
  build: (context) => ({ stages: [buildRemoteStage(context, 'Datadog intake')] }),
};
