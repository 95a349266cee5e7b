import { isLargeRegion } from '../regions.ts';
import type { NodeModel, SimulationContext, SimulationModel, Stage } from '../simulation-model.ts';

function buildStart(context: SimulationContext, express: boolean): Stage {
  const large = isLargeRegion(context.region);
  const rate = context.limit(express ? 'start-rate-express' : large ? 'start-rate' : 'start-rate-other');
  const bucket = express ? rate : context.limit(large ? 'start-bucket' : 'start-bucket-other');
  return {
    label: 'start',
    admission: [
      {
        label: `StartExecution quota, ${rate} a second`,
        recordsPerSecond: rate,
        burstSeconds: bucket / rate,
        scope: 'station',
        onRefuse: 'retry',
        retryForSeconds: 300,
      },
    ],
    service: { kind: 'unlimited' },
  };
}

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const express = config.text('stateMachineType') === 'EXPRESS';
  const perExecution = config.number('transitionsPerExecution');
  const transitions = context.limit(isLargeRegion(context.region) ? 'transitions' : 'transitions-other');
  const longest = context.limit(express ? 'execution-seconds-express' : 'execution-seconds');
  const seconds = Math.min(longest, config.number('executionSeconds'));
  return {
    stages: [
      buildStart(context, express),
      ...(express
        ? []
        : [
            {
              label: 'transitions',
              service: {
                kind: 'rate' as const,
                label: `Transition quota, ${transitions} a second at ${perExecution} per execution`,
                recordsPerSecond: transitions / perExecution,
              },
            },
          ]),
      {
        label: 'executions',
        service: { kind: 'unlimited', time: { distribution: 'deterministic', meanSeconds: seconds } },
      },
    ],
    fanOut: 'copy',
    cost: express
      ? [{ label: 'Express requests', basis: 'records-in', factor: 1, price: 'price-express-request' }]
      : [{ label: 'Transitions', basis: 'records-in', factor: perExecution, price: 'price-transition' }],
    assumptions: [
      'One record starts one execution; every task it calls gets one record.',
      ...(express ? ['The duration charge of Express is left out.'] : []),
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'A start token bucket, then for Standard workflows the account’s transition quota divided by the transitions of an execution, then an execution of fixed length that holds no server.',
  sources: ['SFN-Q', 'SFN-TYPE'],
  build,
};
