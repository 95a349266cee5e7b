import type { Scaling } from '../../simulator/kernel/station.ts';
import type { NodeModel, SimulationContext, SimulationModel, Stage } from '../simulation-model.ts';

const largeRegions = new Set([
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'eu-central-1',
  'eu-west-1',
]);

/** Metric period and share of the target-tracking policy. */
const metricSeconds = 60;

function getScaling(context: SimulationContext, perInstance: number): Scaling | undefined {
  const { config } = context;
  if (!config.flag('autoScaling')) return undefined;
  const asynchronous = config.text('mode') === 'ASYNC';
  const minUnits = asynchronous ? config.number('minCapacity') : Math.max(1, config.number('minCapacity'));
  const maxUnits = Math.max(minUnits, config.number('maxCapacity'));
  const target = config.number('targetInvocationsPerInstance');
  return {
    label: asynchronous
      ? `${config.number('targetBacklogPerInstance')} requests waiting per instance`
      : `${target} invocations per minute and instance`,
    initialUnits: Math.min(maxUnits, Math.max(minUnits, config.number('initialInstanceCount'))),
    minUnits,
    maxUnits,
    step: asynchronous ? { kind: 'add', units: 1 } : { kind: 'target' },
    metric: asynchronous ? 'backlog-per-unit' : 'arrival-per-capacity',
    // The policy counts arrivals; the kernel wants them as a share of what an instance can do.
    upAbove: asynchronous ? config.number('targetBacklogPerInstance') : target / 60 / perInstance,
    downBelow: asynchronous
      ? config.number('targetBacklogPerInstance') / 10
      : (target / 60 / perInstance) * 0.9,
    evaluateEverySeconds: metricSeconds,
    upEvaluations: 1,
    downEvaluations: 1,
    cooldownSeconds: config.number('cooldownSeconds'),
    warmUpSeconds: config.number('instanceStartSeconds'),
  };
}

function buildServerless(context: SimulationContext): Stage {
  const { config } = context;
  const account = context.limit(
    largeRegions.has(context.region) ? 'serverless-account-large' : 'serverless-account',
  );
  const servers = Math.min(config.number('maxConcurrency'), context.limit('serverless-concurrency'), account);
  const warm = config.number('provisionedConcurrency') >= servers;
  const seconds = config.number('latencyMilliseconds') / 1000;
  return {
    label: 'serverless inference',
    service: {
      kind: 'servers',
      label: `Concurrent requests, at most ${servers}`,
      servers,
      time: {
        distribution: 'two-point',
        probability: warm ? 0 : config.number('coldStartShare'),
        firstSeconds: seconds + config.number('coldStartSeconds'),
        secondSeconds: seconds,
      },
      whenBusy: 'reject',
      onReject: 'drop',
    },
  };
}

function buildInstances(context: SimulationContext): Stage {
  const { config } = context;
  const asynchronous = config.text('mode') === 'ASYNC';
  const seconds = config.number('latencyMilliseconds') / 1000;
  const concurrency = config.number(
    asynchronous ? 'maxConcurrentInvocationsPerInstance' : 'concurrencyPerInstance',
  );
  const scaling = getScaling(context, concurrency / seconds);
  const count = config.number('initialInstanceCount');
  const patience = asynchronous
    ? config.number('requestLifetimeSeconds')
    : context.limit('real-time-seconds');
  return {
    label: asynchronous ? 'queued inference' : 'inference',
    queue: { retentionSeconds: patience, onFull: 'drop', onExpire: 'drop' },
    service: {
      kind: 'servers',
      label: `${concurrency} requests at once per instance, ${seconds * 1000} ms each`,
      servers: scaling ? concurrency : concurrency * count,
      time: { distribution: 'exponential', meanSeconds: seconds },
    },
    ...(scaling && { scaling }),
  };
}

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const serverless = config.text('mode') === 'SERVERLESS';
  const memoryGb = Number(config.text('memorySizeInMB')) / 1024;
  const seconds = config.number('latencyMilliseconds') / 1000;
  return {
    stages: [serverless ? buildServerless(context) : buildInstances(context)],
    cost: serverless
      ? [
          {
            label: 'GB seconds',
            basis: 'records-in',
            factor: memoryGb * seconds,
            price: 'price-serverless-gb-second',
          },
        ]
      : [
          config.flag('autoScaling')
            ? { label: 'Instance hours', basis: 'unit-hours', factor: 1, price: 'price-instance-hour' }
            : {
                label: 'Instance hours',
                basis: 'hours',
                factor: config.number('initialInstanceCount'),
                price: 'price-instance-hour',
              },
        ],
    assumptions: [
      'Request times are exponential around the mean; payload size does not change them.',
      'A real-time request that has waited a minute has timed out; callers do not try again.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'Real-time: requests queue for instances × requests at once and time out after 60 s; target tracking looks every minute and waits out its cooldown. Serverless: a request over the concurrency is refused, some meet a cold start. Asynchronous: a queue with a lifetime in front of instances that follow its backlog, down to zero.',
  sources: ['SM-OPT', 'SM-SLS', 'SM-ASYNC', 'SM-AS', 'SM-LT', 'ASSUMPTION'],
  build,
};
