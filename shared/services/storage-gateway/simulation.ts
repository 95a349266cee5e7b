import type { SimulationModel } from '../simulation-model.ts';
import { buildUplinkStage } from '../uplink.ts';

export const simulation: SimulationModel = {
  description:
    'A cache of the size you state in front of the uplink of the site: clients write to the cache at once, the gateway uploads at the speed of the uplink, and a full cache makes clients wait.',
  sources: ['SGW-API', 'ASSUMPTION'],
  build(context) {
    const gigabytes = context.config.number('cacheGigabytes');
    const pipe = buildUplinkStage(context);
    return {
      stages: [{ ...pipe, label: 'cache and upload', queue: { maxBytes: gigabytes * 1e9, onFull: 'block' } }],
      assumptions: ['Reads come from the cache and are not modelled; AWS publishes no upload rate.'],
    };
  },
};
