import { buildRemoteStage } from '../remote-endpoint.ts';
import type { SimulationModel } from '../simulation-model.ts';

export const simulation: SimulationModel = {
  description:
    'A collector that accepts up to the rate of your licence and acknowledges each event after the time you state; more than that is refused. Firehose retries for up to 7,200 s and then writes to its backup bucket.',
  sources: ['FH-BUF', 'ASSUMPTION'],
  build: (context) => ({
    stages: [buildRemoteStage(context, 'HTTP Event Collector', 'acknowledgmentSeconds')],
    assumptions: ['Events sent twice after a lost acknowledgement are not modelled.'],
  }),
};
