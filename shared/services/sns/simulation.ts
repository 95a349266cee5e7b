import { isLargeRegion } from '../regions.ts';
import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const quota =
    context.region === 'us-east-1'
      ? context.limit('publish-us-east-1')
      : isLargeRegion(context.region)
        ? context.limit('publish-large-regions')
        : context.limit('publish-other-regions');
  return {
    stages: [
      {
        label: 'publish',
        admission: [
          {
            label: `Publish quota, ${quota} messages/s`,
            recordsPerSecond: quota,
            scope: 'station',
            onRefuse: 'retry',
            retryForSeconds: 60,
          },
        ],
        service: { kind: 'unlimited' },
      },
    ],
    fanOut: 'copy',
    cost: [{ label: 'Publish requests', basis: 'records-in', factor: 1, price: 'price-request' }],
    assumptions: [
      'Every subscription gets a copy of each message that passes its filter (the edge’s share).',
    ],
  };
}

export const simulation: SimulationModel = {
  description: 'A token bucket with the Region’s publish quota, then a copy for every subscription.',
  sources: ['SNS-Q', 'SNS-RETRY'],
  build,
};
