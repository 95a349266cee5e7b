import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const seconds = config.number('recordMaxBufferedTimeMs') / 1000;
  const packed = config.flag('aggregationEnabled') ? config.number('recordsPerAggregate') : 1;
  return {
    stages: [
      {
        label: 'producer',
        service: { kind: 'unlimited' },
        ...(seconds > 0 && {
          batch: {
            label: `Buffer of ${seconds} s`,
            maxRecords: context.limit('put-records') * packed,
            maxSeconds: seconds,
            scope: 'station' as const,
            timer: 'first-record' as const,
          },
        }),
        ...(packed > 1 && { transform: { recordsPerRecord: 1 / packed } }),
      },
    ],
    fanOut: 'copy',
    assumptions: [
      'Behind the producer one record of the simulation is one aggregate, as shards and readers count it.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'The source of a workload. Records wait for the buffer time and, with aggregation, are packed into fewer and larger Kinesis records, which is what shards and readers then count.',
  sources: ['KDS-KPL', 'SDK-kinesis'],
  build,
};
