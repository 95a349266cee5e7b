import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const bytes = config.number('uplinkBytesPerSecond');
  const seconds = config.number('bufferSeconds');
  return {
    stages: [
      {
        label: 'uplink',
        queue:
          seconds > 0
            ? { retentionSeconds: seconds, onFull: 'drop', onExpire: 'drop' }
            : { maxBytes: bytes, onFull: 'drop' },
        service: { kind: 'rate', label: `Uplink of ${bytes} B/s`, bytesPerSecond: bytes },
      },
    ],
    assumptions: ['One record is one frame. Frames older than the local buffer are lost.'],
  };
}

export const simulation: SimulationModel = {
  description: 'Frames queue for the site’s uplink; what waits longer than the device’s buffer is lost.',
  sources: ['ASSUMPTION'],
  build,
};
