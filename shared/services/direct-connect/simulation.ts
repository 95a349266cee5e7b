import type { CostLine, NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

/** Bytes per second of the link, before others take their share. */
function getBytesPerSecond(context: SimulationContext): number {
  const { config } = context;
  if (config.text('linkType') === 'VPN') return (config.number('vpnMbps') * 1e6) / 8;
  return Number.parseInt(config.text('bandwidth'), 10) * context.limit('port-1g');
}

function getCost(context: SimulationContext): readonly CostLine[] {
  if (context.config.text('linkType') === 'VPN') return [];
  const single = context.config.text('bandwidth') === '1Gbps';
  return [
    {
      label: 'Port hours',
      basis: 'hours',
      factor: 1,
      price: single ? 'price-port-hour-1g' : 'price-port-hour-other',
    },
  ];
}

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const vpn = config.text('linkType') === 'VPN';
  const free = 1 - config.number('usedByOthers');
  const name = vpn ? `VPN, ${config.number('vpnMbps')} Mbps` : `Direct Connect, ${config.text('bandwidth')}`;
  return {
    stages: [
      {
        label: 'link',
        queue: { onFull: 'block' },
        service: {
          kind: 'rate',
          label: free < 1 ? `${name}, ${Math.round(free * 100)} % free` : name,
          bytesPerSecond: getBytesPerSecond(context) * free,
        },
        delaySeconds: config.number('latencyMs') / 1000,
      },
    ],
    fanOut: 'split',
    cost: getCost(context),
    assumptions: ['Senders slow down when the link is full, as TCP does; nothing is lost.'],
  };
}

export const simulation: SimulationModel = {
  description: 'A pipe with the speed of the port or tunnel, less what others use, and a constant latency.',
  sources: ['DX-Q'],
  build,
};
