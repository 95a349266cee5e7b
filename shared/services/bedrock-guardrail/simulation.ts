import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

const largeForRequests = new Set([
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-south-1',
  'ap-southeast-1',
  'eu-central-1',
]);
const largeForUnits = new Set(['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'eu-west-1']);

function build(context: SimulationContext): NodeModel {
  const { config, region } = context;
  const requests = context.limit(largeForRequests.has(region) ? 'apply-rate-large' : 'apply-rate');
  const units = context.limit(largeForUnits.has(region) ? 'content-units-large' : 'content-units');
  const perRequest = config.number('textUnitsPerRequest');
  return {
    stages: [
      {
        label: 'checks',
        admission: [
          {
            label: `ApplyGuardrail, ${requests} requests/s`,
            recordsPerSecond: requests,
            scope: 'station',
            onRefuse: 'drop',
          },
          {
            label: `Content filter, ${units} text units/s`,
            recordsPerSecond: units / perRequest,
            scope: 'station',
            onRefuse: 'drop',
          },
        ],
        service: {
          kind: 'unlimited',
          time: { distribution: 'deterministic', meanSeconds: config.number('checkSeconds') },
        },
      },
    ],
    cost: [{ label: 'Text units', basis: 'records-in', factor: perRequest, price: 'price-text-unit' }],
    assumptions: [
      'A refused check counts as a lost request; what the guardrail blocks still passes as an answer.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'Two token buckets, requests and text units of the content filter, each by Region group, then the time of a check. Attached to a model or agent it is part of their calls and takes no records of its own.',
  sources: ['BR-Q', 'ASSUMPTION'],
  build,
};
