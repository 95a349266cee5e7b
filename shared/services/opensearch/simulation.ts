import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const domain = config.text('deployment') === 'DOMAIN';
  const nodes = domain ? config.number('instanceCount') : context.limit('serverless-capacity-units') / 2;
  const perNode = config.number('documentsPerSecondPerNode');
  const gigabyteMonthsPerHour = (nodes * config.number('volumeSize')) / 730;
  return {
    stages: [
      {
        label: 'indexing',
        queue: { maxRecords: nodes * config.number('writeQueueDocuments'), onFull: 'drop' },
        service: {
          kind: 'rate',
          label: domain
            ? `Indexing rate of ${nodes} data nodes at ${perNode} documents/s`
            : `Indexing rate of the smallest serverless capacity at ${perNode} documents/s`,
          recordsPerSecond: nodes * perNode,
        },
      },
    ],
    cost: domain
      ? [
          { label: 'Data node hours', basis: 'hours', factor: nodes, price: 'price-node-hour' },
          { label: 'Storage', basis: 'hours', factor: gigabyteMonthsPerHour, price: 'price-storage' },
        ]
      : [],
    assumptions: [
      'One record is one document of the same index; shards spread the writes evenly over the nodes.',
      'Bulk requests that find the write queue full are refused; senders with a retry of their own try again upstream.',
    ],
  };
}

export const simulation: SimulationModel = {
  description:
    'An indexing queue of bounded length served by the data nodes at a rate per node that you set. When the queue is full, bulk requests are refused (HTTP 429).',
  sources: ['OS-Q', 'OS-SHARD', 'ASSUMPTION'],
  scaledBy: 'instanceCount',
  build,
};
