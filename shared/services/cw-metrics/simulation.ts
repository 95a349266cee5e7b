import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const calls = context.limit('put-metric-data');
  const values = context.config.number('valuesPerCall');
  return {
    stages: [
      {
        label: 'metrics',
        admission: [
          {
            label: `PutMetricData quota of the account, ${calls} calls/s of ${values} values`,
            recordsPerSecond: calls * values,
            scope: 'station',
            onRefuse: 'retry',
            retryForSeconds: 60,
          },
        ],
        service: { kind: 'unlimited' },
      },
    ],
    fanOut: 'copy',
    assumptions: ['Metrics that services publish by themselves do not count against the quota.'],
  };
}

export const simulation: SimulationModel = {
  description: 'A token bucket with the account’s PutMetricData quota.',
  sources: ['CW-Q'],
  build,
};
