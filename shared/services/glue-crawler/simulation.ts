import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const objectsPerSecond = config.number('objectsPerSecond');
  const minimumHours = context.limit('billed-seconds-minimum') / 3600;
  return {
    stages: [
      {
        label: 'crawl',
        job: {
          label: `Crawl of ${objectsPerSecond} objects/s, one run at a time`,
          periodSeconds: config.number('runEverySeconds'),
          offsetSeconds: config.number('runEverySeconds'),
          startupSeconds: config.number('startupSeconds'),
          recordsPerSecond: objectsPerSecond * config.number('recordsPerObject'),
          slots: context.limit('runs-at-once'),
        },
      },
    ],
    cost: [
      {
        label: 'Crawler DPU hours at the 10-minute minimum',
        basis: 'batches',
        factor: config.number('dpus') * minimumHours,
        price: 'price-dpu-hour',
      },
    ],
    assumptions: [
      'Each run is billed at the 10-minute minimum; longer crawls cost more in proportion.',
      'Data itself does not pass: what leaves is the news that partitions are there.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'A periodic job with one run at a time. Everything that arrived before a run starts is catalogued by it; its length is start-up plus objects over the crawl speed.',
  sources: ['SDK-glue', 'GL-Q', 'GL-PRICE', 'ASSUMPTION'],
  build,
};
