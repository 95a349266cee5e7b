import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const unitsPerRow = Math.ceil(config.number('recordBytes') / context.limit('write-unit-bytes'));
  const units =
    config.text('capacityMode') === 'PROVISIONED'
      ? config.number('writeCapacityUnits')
      : context.limit('table-write-units');
  const connections = config.number('connections');
  const queries = connections * context.limit('connection-queries');
  return {
    stages: [
      {
        label: 'writes',
        admission: [
          {
            label: `${units} write units/s, ${unitsPerRow} a row`,
            recordsPerSecond: units / unitsPerRow,
            scope: 'station',
            onRefuse: 'retry',
            retryForSeconds: 60,
          },
          {
            label: `${connections} connections at 3,000 queries/s`,
            recordsPerSecond: queries,
            scope: 'station',
            onRefuse: 'retry',
            retryForSeconds: 60,
          },
        ],
        service: { kind: 'unlimited' },
      },
    ],
    cost: [{ label: 'Write units', basis: 'records-out', factor: unitsPerRow, price: 'price-write-unit' }],
    assumptions: ['Drivers try a throttled write again for a minute. Hot partitions are not modelled.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'Two token buckets: write units of the table (as provisioned, or the table quota on demand) and 3,000 queries/s per connection. Drivers retry.',
  sources: ['KS-Q', 'ASSUMPTION'],
  scaledBy: 'writeCapacityUnits',
  build,
};
