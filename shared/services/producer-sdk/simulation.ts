import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const maxRecords = config.number('batchRecords');
  const maxSeconds = config.number('maxWaitMs') / 1000;
  return {
    stages: [
      {
        label: 'producer',
        service: { kind: 'unlimited' },
        ...(maxRecords > 1 &&
          maxSeconds > 0 && {
            batch: {
              label: `Batch of ${maxRecords} or ${maxSeconds} s`,
              maxRecords,
              maxBytes: context.limit('put-records-bytes'),
              maxSeconds,
              scope: 'station' as const,
              timer: 'first-record' as const,
            },
          }),
      },
    ],
    fanOut: 'copy',
    assumptions: ['The program itself has no limit; throttled records are kept as the receiver’s node says.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'The source of a workload. It gathers records into batches by count or time, like PutRecords and PutRecordBatch, and sends without a limit of its own.',
  sources: ['SDK-kinesis', 'FH-Q'],
  build,
};
