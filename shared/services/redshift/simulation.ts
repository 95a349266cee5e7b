import type {
  CostLine,
  NodeModel,
  SimulationContext,
  SimulationModel,
  SimulationNeighbour,
  Stage,
} from '../simulation-model.ts';

/** Streaming ingestion pulls everything new at each refresh of the view. */
function buildIncoming(context: SimulationContext, sender: SimulationNeighbour): readonly Stage[] {
  if (sender.service !== 'kds' && sender.service !== 'msk') return [];
  const seconds = context.config.number('refreshSeconds');
  return [
    {
      label: 'streaming view refresh',
      service: { kind: 'unlimited' },
      batch: {
        label: `Materialized view refresh, every ${seconds} s`,
        maxSeconds: seconds,
        scope: 'station',
        timer: 'last-flush',
      },
    },
  ];
}

function buildCost(context: SimulationContext): readonly CostLine[] {
  const { config } = context;
  const storage: CostLine = {
    label: 'Managed storage of what arrived, one month',
    basis: 'bytes-in',
    factor: 1e-9,
    price: 'price-storage',
  };
  if (config.text('deployment') === 'SERVERLESS') {
    return [
      {
        label: 'RPU hours while loading',
        basis: 'bytes-in',
        factor:
          config.number('baseCapacity') /
          3600 /
          (config.number('slices') * config.number('loadBytesPerSecondPerSlice')),
        price: 'price-rpu-hour',
      },
      storage,
    ];
  }
  const known = config.text('nodeType') === 'ra3.4xlarge';
  return [
    {
      label: 'Node hours',
      basis: 'hours',
      factor: config.number('numberOfNodes'),
      price: known ? 'price-node-hour-ra3-4xlarge' : 'price-node-hour-other',
    },
    storage,
  ];
}

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const slices = config.number('slices');
  const perSlice = config.number('loadBytesPerSecondPerSlice');
  return {
    stages: [
      {
        label: 'load',
        service: {
          kind: 'rate',
          label: `COPY on ${slices} slices, ${perSlice / 1e6} MB/s each`,
          bytesPerSecond: slices * perSlice,
        },
        delaySeconds: config.number('loadFixedSeconds'),
      },
    ],
    fanOut: 'copy',
    cost: buildCost(context),
    assumptions: [
      'Loads share the slices evenly; AWS publishes no load rate, so the rate of a slice is yours to set.',
      'Queries are not simulated and take nothing from the loads.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'Loading is a server whose rate is slices × bytes per second and slice, with a fixed time for each load. A stream read directly is pulled in whole at every refresh of its materialized view.',
  sources: ['RS-Q', 'RS-COPY', 'RS-SI'],
  build,
  buildIncoming,
};
