import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function buildStream(context: SimulationContext): NodeModel {
  const rate = context.config.number('framesPerSecond');
  return {
    stages: [
      {
        label: 'stream processor',
        admission: [
          {
            label: `Looks at ${rate} frames/s`,
            recordsPerSecond: rate,
            scope: 'station',
            onRefuse: 'drop',
          },
        ],
        service: { kind: 'unlimited' },
      },
    ],
    assumptions: [
      'One record is one frame. Skipped frames count as dropped; every analyzed frame is a result.',
    ],
  };
}

function buildStored(context: SimulationContext): NodeModel {
  const { config } = context;
  const seconds = config.number('videoMinutes') * 60 * config.number('speedFactor');
  const jobs = context.limit('concurrent-jobs');
  return {
    stages: [
      {
        label: 'stored-video jobs',
        service: {
          kind: 'servers',
          label: `${jobs} jobs at ${seconds} s per video`,
          servers: jobs,
          time: { distribution: 'deterministic', meanSeconds: seconds },
        },
      },
    ],
    assumptions: ['One record is one stored video; callers wait for a free job instead of failing.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'Stored videos: 20 jobs at the same time, each as long as the video times a factor you set. Live streams: one processor per video stream that looks at a number of frames each second and skips the rest.',
  sources: ['REK-Q', 'ASSUMPTION'],
  build: (context) =>
    context.incoming.some((edge) => edge.service === 'kvs') ? buildStream(context) : buildStored(context),
};
