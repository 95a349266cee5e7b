import { buildRemoteStage } from '../remote-endpoint.ts';
import type { SimulationModel } from '../simulation-model.ts';

export const simulation: SimulationModel = {
  description:
    'A receiver that accepts up to the rate you state, each record after the response time, and answers more with a refusal. As a webhook it is a source of its workload. Firehose retries for up to 7,200 s and then writes to its backup bucket.',
  sources: ['FH-BUF', 'ASSUMPTION'],
  build: (context) => ({
    stages: [buildRemoteStage(context, 'HTTPS endpoint')],
    assumptions: [
      'Refused records are tried again by the sender and leave the model when its patience ends.',
    ],
  }),
};
