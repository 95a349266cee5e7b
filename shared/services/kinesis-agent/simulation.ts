import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const maxSeconds = context.config.number('maxBufferAgeMs') / 1000;
  return {
    stages: [
      {
        label: 'agent',
        service: { kind: 'unlimited' },
        batch: {
          label: `500 records, 4 MiB or ${maxSeconds} s`,
          maxRecords: context.limit('buffer-records'),
          maxBytes: context.limit('buffer-bytes'),
          maxSeconds,
          scope: 'station',
          timer: 'first-record',
        },
      },
    ],
    fanOut: 'copy',
    assumptions: ['One host; lines that a throttled stream refuses are kept as the receiver’s node says.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'The source of a workload. Lines are sent when 500 of them, 4 MiB or the buffer age have come together.',
  sources: ['KDS-AGENT'],
  build,
};
