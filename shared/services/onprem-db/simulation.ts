import type { SimulationModel } from '../simulation-model.ts';
import { buildUplinkStage } from '../uplink.ts';

export const simulation: SimulationModel = {
  description:
    'Changes (or rows) leave, and replicated rows arrive, through the uplink of the site: a pipe in which data waits. The database itself is taken as fast enough.',
  sources: ['N-204', 'ASSUMPTION'],
  build: (context) => ({
    stages: [buildUplinkStage(context)],
    assumptions: ['Load that reading puts on the source database is not modelled.'],
  }),
};
