import type {
  NodeModel,
  SimulationContext,
  SimulationModel,
  SimulationNeighbour,
  Stage,
} from '../simulation-model.ts';

/** Services whose data edges bring documents rather than questions. */
const documentSources = new Set(['s3', 'fsx']);

function build(context: SimulationContext): NodeModel {
  const rate = context.config.number('queriesPerSecond');
  return {
    stages: [
      {
        label: 'questions',
        admission: [
          {
            label: `Query quota, ${rate}/s per index`,
            recordsPerSecond: rate,
            scope: 'station',
            onRefuse: 'drop',
          },
        ],
        service: {
          kind: 'unlimited',
          time: { distribution: 'deterministic', meanSeconds: context.config.number('answerSeconds') },
        },
      },
    ],
    assumptions: [
      'Documents end in the index; questions are what passes through. Refused questions are lost.',
    ],
  };
}

/** Documents are crawled and indexed, and go no further. */
function buildIncoming(context: SimulationContext, sender: SimulationNeighbour): readonly Stage[] {
  if (!documentSources.has(sender.service)) return [];
  const speed = context.config.number('syncDocumentsPerSecond');
  return [
    {
      label: 'synchronization',
      service: { kind: 'rate', label: `Crawls ${speed} documents/s`, recordsPerSecond: speed },
      transform: { recordsPerRecord: 0 },
    },
  ];
}

export const simulation: SimulationModel = {
  description:
    'Questions are answered at up to one per second and index (or your raised quota), each after the time you set; more are refused. Documents are taken in by a crawler at a rate you set and stay in the index.',
  sources: ['QB-Q', 'QB-TIER', 'ASSUMPTION'],
  build,
  buildIncoming,
};
