import type { NodeModel, SimulationContext, SimulationModel, Stage } from '../simulation-model.ts';

const largeRegions = new Set(['us-east-2', 'us-west-2', 'ap-northeast-1', 'eu-central-1', 'eu-west-1']);
/** The start rate may burst to five times itself. */
const startBurst = 5;

function getActiveQueries(context: SimulationContext): number {
  if (context.region === 'us-east-1') return context.limit('active-dml-us-east-1');
  return context.limit(largeRegions.has(context.region) ? 'active-dml-large' : 'active-dml');
}

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const scannedBytes = config.number('scannedMegabytes') * 1e6;
  const seconds = Math.min(
    context.limit('dml-timeout'),
    config.number('overheadSeconds') + scannedBytes / (config.number('scanMegabytesPerSecond') * 1e6),
  );
  const time = { distribution: 'exponential', meanSeconds: seconds } as const;
  const active = getActiveQueries(context);
  const reserved = config.number('reservedDpus');
  const slots = Math.max(1, Math.floor(reserved / config.number('dpusPerQuery')));
  const stage: Stage =
    reserved > 0
      ? {
          label: 'reserved capacity',
          queue: { maxRecords: active, onFull: 'drop' },
          service: {
            kind: 'servers',
            label: `${slots} queries at once on ${reserved} reserved DPU`,
            servers: slots,
            time,
          },
        }
      : {
          label: 'shared pool',
          service: {
            kind: 'servers',
            label: `Active DML queries, ${active} in ${context.region}`,
            servers: active,
            time,
            whenBusy: 'reject',
            onReject: 'drop',
          },
        };
  const billed = Math.max(context.limit('billed-bytes-minimum'), scannedBytes);
  return {
    stages: [
      {
        ...stage,
        admission: [
          {
            label: 'StartQueryExecution, 100 calls/s',
            recordsPerSecond: context.limit('start-query-rate'),
            burstSeconds: startBurst,
            scope: 'station',
            onRefuse: 'retry',
            retryForSeconds: 60,
          },
        ],
      },
    ],
    // Reserved capacity is paid by the hour at a price AWS does not publish in a readable form.
    ...(reserved > 0
      ? {
          cost: [
            {
              label: 'Reserved DPU hours',
              basis: 'hours',
              factor: reserved,
              price: 'price-reserved-dpu-hour',
            },
          ],
        }
      : {
          cost: [
            {
              label: 'Data scanned',
              basis: 'records-in',
              factor: billed / 1e12,
              price: 'price-terabyte-scanned',
            },
          ],
        }),
    assumptions: [
      'Each record that arrives is one query. Query times are exponential around overhead plus scanned bytes over scan speed.',
      'A query over the quota of active queries is refused and lost; callers retry throttled starts for a minute.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'Queries take a place in the account’s quota of active queries while they run; without a free place they are refused. Starts pass a bucket of 100 calls/s. With reserved capacity, queries wait for DPUs instead.',
  sources: ['ATH-Q', 'ATH-CAP', 'SDK-athena', 'ASSUMPTION'],
  build,
};
