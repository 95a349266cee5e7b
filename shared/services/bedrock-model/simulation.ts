import type { Admission } from '../../simulator/kernel/station.ts';
import type { CostLine, NodeModel, SimulationContext, SimulationModel, Stage } from '../simulation-model.ts';

const secondsPerDay = 86_400;

/** Tokens of quota that a call takes at admission, and what is left of it once it has ended. */
export function getQuotaTokens(context: SimulationContext): { reserved: number; settled: number } {
  const { config } = context;
  const input = config.number('inputTokens');
  const output = Math.min(config.number('outputTokens'), config.number('maxTokens'));
  return {
    reserved: input + config.number('maxTokens'),
    settled: input + output * Number(config.text('outputBurnDown')),
  };
}

function getRefusal(context: SimulationContext): Pick<Admission, 'onRefuse' | 'retryForSeconds'> {
  const seconds = context.config.number('callerRetrySeconds');
  return seconds > 0 ? { onRefuse: 'retry', retryForSeconds: seconds } : { onRefuse: 'drop' };
}

function buildQuotas(context: SimulationContext): Admission[] {
  const { config } = context;
  const { reserved, settled } = getQuotaTokens(context);
  const perMinute = config.number('tokensPerMinute');
  const rate = perMinute / 60 / Math.max(1, settled);
  const perDay = config.number('tokensPerDay');
  const requests = config.number('requestsPerMinute');
  const common = { scope: 'station', ...getRefusal(context) } as const;
  return [
    {
      label: `Tokens per minute, ${perMinute}; ${settled} a call`,
      recordsPerSecond: rate,
      // A full bucket admits as many calls as fit with their longest answer reserved.
      burstSeconds: perMinute / Math.max(1, reserved) / rate,
      ...common,
    },
    ...(requests > 0
      ? [
          {
            label: `Requests per minute, ${requests}`,
            recordsPerSecond: requests / 60,
            burstSeconds: 60,
            ...common,
          },
        ]
      : []),
    ...(perDay > 0 && perDay < perMinute * context.limit('minutes-per-day')
      ? [
          {
            label: `Tokens per day, ${perDay}`,
            recordsPerSecond: perDay / secondsPerDay / Math.max(1, settled),
            burstSeconds: secondsPerDay,
            ...common,
          },
        ]
      : []),
  ];
}

function buildProvisionedQuotas(context: SimulationContext): Admission[] {
  const { config } = context;
  const units = config.number('modelUnits');
  const common = { scope: 'station', burstSeconds: 60, ...getRefusal(context) } as const;
  const input = units * config.number('inputTokensPerUnit');
  const output = units * config.number('outputTokensPerUnit');
  return [
    {
      label: `Input tokens per minute of ${units} model units`,
      recordsPerSecond: input / 60 / Math.max(1, config.number('inputTokens')),
      ...common,
    },
    {
      label: `Output tokens per minute of ${units} model units`,
      recordsPerSecond: output / 60 / Math.max(1, config.number('outputTokens')),
      ...common,
    },
  ];
}

function buildStage(context: SimulationContext): Stage {
  const { config } = context;
  const capacity = config.text('capacity');
  if (capacity === 'BATCH') {
    const period = config.number('batchEverySeconds');
    return {
      label: 'batch inference',
      job: {
        label: `Batch job every ${period} s at ${config.number('batchRecordsPerSecond')} records/s`,
        periodSeconds: period,
        offsetSeconds: period,
        startupSeconds: 0,
        recordsPerSecond: config.number('batchRecordsPerSecond'),
        slots: 1,
        timeoutSeconds: context.limit('batch-timeout-seconds'),
      },
    };
  }
  const seconds =
    config.number('secondsToFirstToken') +
    config.number('outputTokens') / config.number('outputTokensPerSecond');
  return {
    label: 'model calls',
    admission: capacity === 'PROVISIONED' ? buildProvisionedQuotas(context) : buildQuotas(context),
    service: {
      kind: 'unlimited',
      time: { distribution: 'lognormal', meanSeconds: seconds, coefficientOfVariation: 0.5 },
    },
  };
}

function buildCost(context: SimulationContext): CostLine[] {
  const { config } = context;
  if (config.text('capacity') === 'PROVISIONED') {
    return [
      {
        label: 'Model unit hours',
        basis: 'hours',
        factor: config.number('modelUnits'),
        price: 'price-model-unit-hour',
      },
    ];
  }
  return [
    {
      label: 'Input tokens',
      basis: 'records-out',
      factor: config.number('inputTokens') / 1000,
      price: 'price-input-tokens',
    },
    {
      label: 'Output tokens',
      basis: 'records-out',
      factor: config.number('outputTokens') / 1000,
      price: 'price-output-tokens',
    },
  ];
}

function build(context: SimulationContext): NodeModel {
  return {
    stages: [buildStage(context)],
    cost: buildCost(context),
    assumptions: [
      'Each record that arrives is one call of the same size; answer times are lognormal around first token plus output over speed, with a coefficient of variation of 0.5.',
      'The reservation of the longest answer limits how many calls a full quota admits at once; after that the settled tokens decide.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'Token buckets in front of a pure delay. On demand: tokens per minute (and requests, and tokens per day where set), filled by settled tokens, with a depth of as many calls as fit with their longest answer reserved. Provisioned Throughput: one bucket for input and one for output per model unit. Nothing queues inside Bedrock.',
  sources: ['BR-RT', 'BR-TOK', 'BR-PT', 'SDK-bedrock-runtime', 'ASSUMPTION'],
  build,
};
