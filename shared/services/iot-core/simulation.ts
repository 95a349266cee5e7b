import { isLargeRegion } from '../regions.ts';
import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

/** QoS 1 devices send again what the broker refuses; everything else loses it. */
function getRefusal(context: SimulationContext) {
  const devices = context.incoming.filter((edge) => edge.service === 'mqtt-device');
  const resends = devices.length > 0 && devices.every((edge) => edge.config.text('qos') === '1');
  const seconds = Math.max(0, ...devices.map((edge) => edge.config.number('resendSeconds')));
  return resends && seconds > 0
    ? ({ onRefuse: 'retry', retryForSeconds: seconds } as const)
    : ({ onRefuse: 'drop' } as const);
}

function build(context: SimulationContext): NodeModel {
  const publishes = context.limit('inbound-publishes');
  const evaluations = context.limit(
    isLargeRegion(context.region) ? 'rule-evaluations-large' : 'rule-evaluations',
  );
  const share = context.config.number('matchShare');
  return {
    stages: [
      {
        label: 'broker',
        admission: [
          {
            label: `Inbound publishes of the account, ${publishes} messages/s`,
            recordsPerSecond: publishes,
            scope: 'station',
            ...getRefusal(context),
          },
        ],
        service: { kind: 'unlimited' },
      },
      {
        label: 'rule',
        // The broker has taken the message already, so what the engine refuses is gone.
        admission: [
          {
            label: `Rule evaluations of the account, ${evaluations} per second`,
            recordsPerSecond: evaluations,
            scope: 'station',
            onRefuse: 'drop',
          },
        ],
        service: { kind: 'unlimited' },
        ...(share < 1 && { transform: { recordsPerRecord: share, bytesPerByte: share } }),
      },
    ],
    fanOut: 'copy',
    cost: [{ label: 'Messages', basis: 'records-in', factor: 1, price: 'price-message' }],
    assumptions: [
      'The account’s quotas are taken as if this node alone used them.',
      'Broker figures come from older copies of the quota page.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'An account-wide token bucket for publishes, then one for rule evaluations; every action gets a copy of the messages that match.',
  sources: ['IOT-Q'],
  build,
};
