import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';
import { getWorkerDpus } from '../glue-workers.ts';

const largeRegions = new Set([
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'ap-northeast-1',
  'ap-southeast-2',
  'eu-west-1',
]);

function getDpus(context: SimulationContext): number {
  const { config } = context;
  if (config.text('commandName') === 'pythonshell') return Number(config.text('maxCapacity'));
  return config.number('numberOfWorkers') * getWorkerDpus(config.text('workerType'));
}

function getAccountDpus(context: SimulationContext): number {
  if (context.config.text('executionClass') === 'FLEX') return context.limit('account-flex-dpus');
  return context.limit(largeRegions.has(context.region) ? 'account-dpus-large' : 'account-dpus');
}

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const dpus = getDpus(context);
  const accountDpus = getAccountDpus(context);
  const slots = Math.max(1, Math.min(config.number('maxConcurrentRuns'), Math.floor(accountDpus / dpus)));
  const bound =
    slots < config.number('maxConcurrentRuns') ? `${accountDpus} DPUs of the account` : 'runs at once';
  const rate = config.number('megabytesPerSecondPerDpu') * 1e6 * dpus;
  const period = config.number('runEverySeconds');
  const price = config.text('executionClass') === 'FLEX' ? 'price-flex-dpu-hour' : 'price-dpu-hour';
  return {
    stages: [
      {
        label: 'job runs',
        job: {
          label: `${slots} × ${dpus} DPU at ${rate / 1e6} MB/s (limit: ${bound})`,
          periodSeconds: period,
          offsetSeconds: period,
          startupSeconds: config.number('startupSeconds'),
          bytesPerSecond: rate,
          slots,
          timeoutSeconds: config.number('timeout') * 60,
        },
        transform: {
          recordsPerRecord: config.number('outputRecordsPerRecord'),
          bytesPerByte: config.number('outputBytesPerByte'),
        },
      },
    ],
    cost: [{ label: 'DPU hours', basis: 'busy-seconds', factor: dpus / 3600, price }],
    assumptions: [
      'A run takes all input waiting at its start. Auto scaling is taken as using every worker while the run is busy.',
      'Runs shorter than a minute are billed as a minute, which the cost line leaves out.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'A job shop: runs start on a period (or as soon as there is input), each takes start-up plus input bytes over DPUs × speed per DPU. Runs at once are the smaller of the setting and the account’s DPUs over the DPUs of one run.',
  sources: ['GL-Q', 'GL-WT', 'GL-AS', 'ASSUMPTION'],
  build,
};
