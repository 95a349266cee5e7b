import { isLargeRegion } from '../regions.ts';
import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const large = isLargeRegion(context.region);
  const put = context.limit(large ? 'put-events' : 'put-events-other');
  const invocations = context.limit(large ? 'invocations' : 'invocations-other');
  const targets = Math.max(1, context.outgoing.length);
  return {
    stages: [
      {
        label: 'bus',
        admission: [
          {
            label: `PutEvents quota, ${put} events/s`,
            recordsPerSecond: put,
            scope: 'station',
            onRefuse: 'retry',
            retryForSeconds: 60,
          },
        ],
        service: { kind: 'unlimited' },
        transform: {
          recordsPerRecord: config.number('matchShare'),
          bytesPerByte: config.number('matchShare'),
        },
      },
      {
        label: 'target invocations',
        queue: {
          retentionSeconds: config.number('maximumEventAgeInSeconds'),
          onFull: 'drop',
          onExpire: config.flag('deadLetterQueue') ? 'dead-letter' : 'drop',
        },
        service: {
          kind: 'rate',
          label: `Invocation quota, ${invocations} a second shared by ${targets} targets`,
          recordsPerSecond: invocations / targets,
        },
      },
    ],
    fanOut: 'copy',
    cost: [{ label: 'Custom events', basis: 'records-in', factor: 1, price: 'price-event' }],
    assumptions: ['Each matching event invokes every target once; the quota counts invocations.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'A token bucket with the PutEvents quota of the Region, a filter, and an invocation queue served at the invocation quota divided by the number of targets. Events that wait longer than the age limit are dead-lettered or lost.',
  sources: ['EB-Q', 'SDK-events'],
  build,
};
