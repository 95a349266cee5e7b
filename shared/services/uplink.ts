import type { NumberProperty } from './property.ts';
import type { SimulationContext, Stage } from './simulation-model.ts';

/** Share of the site's connection to AWS that a system outside AWS may use. */
export const uplink: NumberProperty = {
  name: 'uplinkMbps',
  label: 'Uplink',
  type: 'number',
  default: 1000,
  min: 0.1,
  unit: 'Mbps',
  help: 'Bandwidth from here to AWS that this system may use.',
  group: 'Simulation',
  assumption: true,
  sources: ['ASSUMPTION'],
};

/** The uplink as a pipe: data waits here rather than being lost. */
export function buildUplinkStage(context: SimulationContext): Stage {
  const megabits = context.config.number(uplink.name);
  return {
    label: 'site uplink',
    queue: { onFull: 'block' },
    service: { kind: 'rate', label: `Uplink of ${megabits} Mbps`, bytesPerSecond: (megabits * 1e6) / 8 },
  };
}
