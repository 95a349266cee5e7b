import type { SimulationModel } from '../simulation-model.ts';
import { buildUplinkStage } from '../uplink.ts';

export const simulation: SimulationModel = {
  description:
    'Files leave, and copies arrive, through the uplink of the site: a pipe in which data waits. Listing and reading on the server belong to the transfer task that does it.',
  sources: ['N-214', 'ASSUMPTION'],
  build: (context) => ({ stages: [buildUplinkStage(context)] }),
};
