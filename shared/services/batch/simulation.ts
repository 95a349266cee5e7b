import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const vcpu = Number(config.text('vcpu'));
  const parallel = Math.max(1, Math.floor(config.number('maxvCpus') / vcpu));
  const records = config.number('recordsPerJob');
  const seconds = config.number('startupSeconds') + config.number('jobSeconds');
  const submits = context.limit('submits');
  const probability = config.number('failureProbability');
  const fargate = config.text('computeType').startsWith('FARGATE');
  const billedSecondsPerRecord = config.number('jobSeconds') / records;
  return {
    stages: [
      {
        label: 'submit',
        admission: [
          {
            label: `SubmitJob quota, ${submits} jobs/s`,
            recordsPerSecond: submits * records,
            scope: 'station',
            onRefuse: 'retry',
          },
        ],
        service: { kind: 'unlimited' },
      },
      {
        label: 'jobs',
        service: {
          kind: 'servers',
          label: `${parallel} jobs at once: ${config.number('maxvCpus')} vCPU at ${vcpu} per job`,
          servers: parallel,
          time: { distribution: 'deterministic', meanSeconds: seconds },
          batchRecords: records,
        },
        ...(probability > 0 && {
          failure: {
            label: `${config.number('attempts')} attempts`,
            probability,
            maxAttempts: config.number('attempts'),
            backoffSeconds: 0,
            onExhausted: 'drop' as const,
          },
        }),
      },
    ],
    cost: fargate
      ? [
          {
            label: 'vCPU seconds',
            basis: 'records-out',
            factor: vcpu * billedSecondsPerRecord,
            price: 'price-vcpu-second',
          },
          {
            label: 'Memory seconds',
            basis: 'records-out',
            factor: (config.number('memory') / 1024) * billedSecondsPerRecord,
            price: 'price-gb-second',
          },
        ]
      : [
          {
            label: 'Instance vCPU seconds',
            basis: 'records-out',
            factor: vcpu * billedSecondsPerRecord,
            price: 'price-instance-second',
          },
        ],
    assumptions: ['Jobs wait without a limit of time; every job pays its start-up in full.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'A submit token bucket of 50 jobs a second in front of a queue served by ⌊max vCPUs ÷ vCPU per job⌋ jobs at once, each taking start-up plus run time for its records. Failed attempts are repeated up to the attempts.',
  sources: ['BA-Q', 'SDK-batch', 'BA-WHEN', 'ASSUMPTION'],
  build,
};
