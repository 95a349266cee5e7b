import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const live = config.text('deployment') === 'LIVE_ANALYTICS';
  const rate = config.number('rowsPerSecond');
  const late = live && !config.flag('acceptLateData') ? config.number('lateShare') : 0;
  const perCall = context.limit('records-per-write');
  return {
    stages: [
      {
        label: live ? 'ingestion' : 'InfluxDB instance',
        ...(live
          ? {
              admission: [
                {
                  label: `${rate} rows/s, ${perCall} per call`,
                  recordsPerSecond: rate,
                  scope: 'station' as const,
                  onRefuse: 'retry' as const,
                  retryForSeconds: 60,
                },
              ],
              service: { kind: 'unlimited' as const },
            }
          : {
              queue: { onFull: 'block' as const },
              service: { kind: 'rate' as const, label: `${rate} rows/s`, recordsPerSecond: rate },
            }),
        ...(late > 0 && {
          failure: {
            label: 'Too old for the memory store',
            probability: late,
            maxAttempts: 1,
            backoffSeconds: 0,
            onExhausted: 'drop' as const,
          },
        }),
      },
    ],
    ...(live && {
      cost: [{ label: 'Writes', basis: 'records-out' as const, factor: 1e-6, price: 'price-writes' }],
    }),
    assumptions: ['The rate is yours to set: AWS publishes none for either service.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'LiveAnalytics: a bucket of rows per second whose writers retry, and rows older than the memory store rejected. InfluxDB: one instance with a rate, in front of which rows wait.',
  sources: ['TS-Q', 'TS-AVAIL', 'ASSUMPTION'],
  build,
};
