import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const perConnection = context.limit('connection-publishes');
  const resend = config.number('resendSeconds');
  const refusal =
    config.text('qos') === '1' && resend > 0
      ? ({ onRefuse: 'retry', retryForSeconds: resend } as const)
      : ({ onRefuse: 'drop' } as const);
  return {
    stages: [
      {
        label: 'connections',
        lanes: config.number('devices'),
        admission: [
          {
            label: `Publishes of one connection, ${perConnection} messages/s`,
            recordsPerSecond: perConnection,
            scope: 'lane',
            ...refusal,
          },
        ],
        service: { kind: 'unlimited' },
      },
    ],
    fanOut: 'copy',
    assumptions: ['The traffic is spread evenly over the devices.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'The source of a workload. Every device has a connection with a token bucket of 100 messages per second; with QoS 0 refused messages are lost, with QoS 1 the device sends them again.',
  sources: ['IOT-Q'],
  build,
};
