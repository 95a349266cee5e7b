import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const calls = config.number('modelCallsPerRequest');
  const seconds = calls * config.number('secondsPerModelCall') + config.number('toolSecondsPerRequest');
  const perMinute = config.number('requestsPerMinute');
  return {
    stages: [
      {
        label: 'agent runs',
        ...(perMinute > 0 && {
          admission: [
            {
              label: `Requests per minute, ${perMinute}`,
              recordsPerSecond: perMinute / 60,
              burstSeconds: 60,
              scope: 'station' as const,
              onRefuse: 'drop' as const,
            },
          ],
        }),
        service: {
          kind: 'unlimited',
          time: {
            distribution: 'lognormal',
            meanSeconds: Math.max(1e-6, seconds),
            coefficientOfVariation: 0.5,
          },
        },
      },
    ],
    assumptions: [
      `A request takes ${calls} model calls one after the other and its functions; run times are lognormal with a coefficient of variation of 0.5.`,
      'Each request leaves once on every outgoing edge, however many calls it takes.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'A delay of model calls in a row plus time in functions; AWS publishes no rate of the agent itself, so only a quota you set can refuse a request.',
  sources: ['BR-Q', 'ASSUMPTION'],
  build,
};
