import { getKmsRequestLimit } from '../kms-requests.ts';
import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const quota = context.limit(getKmsRequestLimit('requests', context.region));
  return {
    stages: [
      {
        label: 'requests',
        admission: [
          {
            label: `KMS request quota of the account, ${quota} requests/s`,
            recordsPerSecond: quota,
            scope: 'station',
            onRefuse: 'retry',
            retryForSeconds: 60,
          },
        ],
        service: { kind: 'unlimited' },
      },
    ],
    cost: [
      { label: 'Key', basis: 'hours', factor: 1, price: 'price-key-hour' },
      { label: 'Requests', basis: 'records-in', factor: 1, price: 'price-request' },
    ],
    assumptions: [
      'Requests that reach the key over control edges count; calls that services make on their own do not.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'One token bucket with the account’s symmetric request quota of the Region. Configuration edges carry no records, so a run shows load on the key only where a workload or a control edge sends requests to it.',
  sources: ['KMS-Q'],
  build,
};
