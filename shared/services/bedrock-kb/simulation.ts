import type {
  NodeModel,
  SimulationContext,
  SimulationModel,
  SimulationNeighbour,
  Stage,
} from '../simulation-model.ts';

/** Services whose data edges bring documents rather than questions. */
const documentSources = new Set(['s3', 'third-party-http']);

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const retry = config.number('callerRetrySeconds');
  return {
    stages: [
      {
        label: 'searches',
        admission: [
          {
            label: 'Retrieve, 20 requests/s',
            recordsPerSecond: context.limit('retrieve-rate'),
            scope: 'station',
            ...(retry > 0 ? { onRefuse: 'retry', retryForSeconds: retry } : { onRefuse: 'drop' }),
          },
        ],
        service: {
          kind: 'unlimited',
          time: {
            distribution: 'lognormal',
            meanSeconds: Math.max(1e-6, config.number('retrieveSeconds')),
            coefficientOfVariation: 0.5,
          },
        },
      },
    ],
    assumptions: [
      'Documents end in the vector store; questions are what passes through.',
      'Search times are lognormal with a coefficient of variation of 0.5, whatever the store.',
    ],
  };
}

/** Documents are taken in by synchronization jobs, one at a time, and go no further. */
function buildIncoming(context: SimulationContext, sender: SimulationNeighbour): readonly Stage[] {
  if (!documentSources.has(sender.service)) return [];
  const { config } = context;
  const period = Math.max(1 / context.limit('ingestion-start-rate'), config.number('syncEverySeconds'));
  const speed = config.number('ingestMegabytesPerSecond');
  return [
    {
      label: 'ingestion',
      job: {
        label: `Ingestion every ${period} s at ${speed} MB/s`,
        periodSeconds: period,
        offsetSeconds: period,
        startupSeconds: 0,
        bytesPerSecond: speed * 1e6,
        slots: context.limit('ingestion-jobs-per-base'),
        timeoutSeconds: context.limit('ingestion-bytes') / (speed * 1e6),
      },
      transform: { recordsPerRecord: 0, bytesPerByte: 0 },
    },
  ];
}

export const simulation: SimulationModel = {
  description:
    'Questions pass a bucket of 20 requests/s and then a search time. Documents are taken in by periodic ingestion jobs, one at a time and 100 GB at most, and end there.',
  sources: ['BR-Q', 'ASSUMPTION'],
  build,
  buildIncoming,
};
