import type { SimulationModel } from '../simulation-model.ts';

export const simulation: SimulationModel = {
  description:
    'A source of requests (its workload) and a sink of answers. Without a reading rate everything is taken at once; with one, what waits longer than the patience is lost.',
  sources: ['ASSUMPTION'],
  build(context) {
    const rate = context.config.number('readsPerSecond');
    if (rate === 0) return { stages: [{ label: 'user', service: { kind: 'unlimited' } }] };
    return {
      stages: [
        {
          label: 'reader',
          queue: {
            retentionSeconds: context.config.number('timeoutSeconds'),
            onFull: 'drop',
            onExpire: 'drop',
          },
          service: { kind: 'rate', label: `Reads ${rate} records/s`, recordsPerSecond: rate },
        },
      ],
    };
  },
};
