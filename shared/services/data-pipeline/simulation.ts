import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const period = Math.max(
    context.limit('schedule-seconds-minimum'),
    config.number('schedulePeriodMinutes') * 60,
  );
  const speed = config.number('megabytesPerSecond');
  const probability = config.number('failureProbability');
  const retries = Math.min(context.limit('retries'), config.number('maximumRetries'));
  return {
    stages: [
      {
        label: 'scheduled copy',
        job: {
          label: `Every ${period / 60} min on one machine at ${speed} MB/s`,
          periodSeconds: period,
          offsetSeconds: period,
          startupSeconds: config.number('startupSeconds'),
          bytesPerSecond: speed * 1e6,
          slots: context.limit('instances-per-resource'),
          timeoutSeconds: config.number('terminateAfterMinutes') * 60,
        },
        ...(probability > 0 && {
          failure: {
            label: `${retries} retries`,
            probability,
            maxAttempts: retries + 1,
            backoffSeconds: Math.max(
              context.limit('retry-delay-seconds'),
              config.number('retryDelayMinutes') * 60,
            ),
            onExhausted: 'drop' as const,
          },
        }),
      },
    ],
    cost: [{ label: 'Activities', basis: 'batches', factor: 1, price: 'price-activity' }],
    assumptions: ['EC2 and EMR time is charged in addition and not counted here.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'A schedule of at least 15 minutes starts a copy on one machine: start-up, then bytes over copy speed. A failed attempt is tried again at most five times, two or more minutes apart, and then given up.',
  sources: ['DP-Q', 'ASSUMPTION'],
  build,
};
