import type { CostLine, NodeModel, SimulationContext, SimulationModel, Stage } from '../simulation-model.ts';
import { getMemoryBytes } from './instance-classes.ts';

const bytesPerCapacityUnit = 2e9;
const hoursPerMonth = 730;

function getBuffer(context: SimulationContext): { bytes: number; label: string } {
  const { config } = context;
  if (config.text('deployment') === 'SERVERLESS') {
    const memory = Number(config.text('maxCapacityUnits')) * bytesPerCapacityUnit;
    return {
      bytes: memory + context.limit('serverless-storage') * 1e9,
      label: `${config.text('maxCapacityUnits')} DCU and 100 GB of disk`,
    };
  }
  const storage = config.number('allocatedStorage');
  return {
    bytes: getMemoryBytes(config.text('replicationInstanceClass')) + storage * 1e9,
    label: `${config.text('replicationInstanceClass')} and ${storage} GB of disk`,
  };
}

function buildCost(context: SimulationContext): CostLine[] {
  const { config } = context;
  const copies = config.flag('multiAZ') ? 'price-log-storage-multi-az' : 'price-log-storage';
  if (config.text('deployment') === 'SERVERLESS') {
    return [
      {
        label: 'Capacity unit hours, at most',
        basis: 'hours',
        factor: Number(config.text('maxCapacityUnits')),
        price: 'price-dcu-hour',
      },
    ];
  }
  return [
    { label: 'Instance hours', basis: 'hours', factor: 1, price: 'price-instance-hour' },
    {
      label: 'Storage',
      basis: 'hours',
      factor: config.number('allocatedStorage') / hoursPerMonth,
      price: copies,
    },
  ];
}

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const subTasks = config.number('maxFullLoadSubTasks');
  const loadRate = subTasks * config.number('rowsPerSecondPerSubTask');
  const applyRate = config.number('applyRowsPerSecond');
  const buffer = getBuffer(context);
  const fullLoad: Stage = {
    label: 'full load',
    queue: { onFull: 'block' },
    service: {
      kind: 'rate',
      label: `${subTasks} tables at once, ${loadRate} rows/s`,
      recordsPerSecond: loadRate,
    },
  };
  const capture: Stage = {
    label: 'source log',
    queue: {
      retentionSeconds: config.number('sourceLogRetentionHours') * 3600,
      onFull: 'block',
      onExpire: 'drop',
    },
    delaySeconds: config.number('captureDelaySeconds'),
  };
  const apply: Stage = {
    label: 'changes to apply',
    queue: { maxBytes: buffer.bytes, onFull: 'block' },
    service: {
      kind: 'rate',
      label: `${applyRate} changes/s in order; buffer of ${buffer.label}`,
      recordsPerSecond: applyRate,
    },
  };
  return {
    stages: config.text('migrationType') === 'full-load' ? [fullLoad] : [capture, apply],
    cost: buildCost(context),
    assumptions: [
      'Changes wait in memory, then on disk, and stay in the source log once both are full; they are lost only when the source purges that log.',
      'The first full load of a task that goes on with changes is not part of the run.',
    ],
  };
}

/** Changes for a bucket are collected into files. */
function buildOutgoing(
  context: SimulationContext,
  reader: Parameters<NonNullable<SimulationModel['buildOutgoing']>>[1],
): readonly Stage[] {
  if (reader.service !== 's3' || context.config.text('migrationType') === 'full-load') return [];
  const seconds = context.config.number('cdcMaxBatchInterval');
  const kilobytes = context.config.number('cdcMinFileSize');
  return [
    {
      label: 'file for S3',
      batch: {
        label: `File every ${seconds} s or ${kilobytes} KB`,
        maxSeconds: seconds,
        maxBytes: kilobytes * 1000,
        scope: 'station',
        timer: 'first-record',
      },
    },
  ];
}

export const simulation: SimulationModel = {
  description:
    'Full load: as many parallel table loads as sub-tasks, each at the rate you set. Change capture: an ordered queue applied at one rate, in front of it a buffer of memory and disk, in front of that the source’s own log with its retention. Changes for S3 leave in files by time or size.',
  sources: ['DMS-FL', 'DMS-INST', 'DMS-SLS', 'DMS-S3T', 'ASSUMPTION'],
  build,
  buildOutgoing,
};
