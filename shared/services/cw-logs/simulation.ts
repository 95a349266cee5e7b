import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const calls = context.limit('put-log-events');
  const events = config.number('eventsPerCall');
  const share = config.number('matchShare');
  return {
    stages: [
      {
        label: 'log group',
        admission: [
          {
            label: `PutLogEvents quota of the account, ${calls} calls/s of ${events} events`,
            recordsPerSecond: calls * events,
            scope: 'station',
            onRefuse: 'retry',
            retryForSeconds: 60,
          },
        ],
        service: { kind: 'unlimited' },
        ...(share < 1 && { transform: { recordsPerRecord: share, bytesPerByte: share } }),
      },
    ],
    fanOut: 'copy',
    cost: [
      { label: 'Logs taken in', basis: 'bytes-in', factor: 1e-9, price: 'price-ingest' },
      { label: 'Logs stored, one month', basis: 'bytes-in', factor: 1e-9, price: 'price-storage' },
    ],
    assumptions: ['Agents keep refused events for a minute and lose them then.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'A token bucket with the account’s PutLogEvents quota, then a filter; what matches is copied to every subscriber.',
  sources: ['CWL-Q'],
  build,
};
