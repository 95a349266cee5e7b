import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const { config } = context;
  const rate = config.number('recordsPerSecond');
  const analysis = config.text('analysis');
  const remembered =
    analysis === 'RANDOM_CUT_FOREST'
      ? `Scores are 0 for the first ${config.number('subSampleSize')} records; ${config.number('numberOfTrees')} trees forget after about ${config.number('timeDecay')} records.`
      : analysis === 'HOTSPOTS'
        ? `Regions are computed over windows of ${config.number('windowSize')} records.`
        : 'Every record is computed on its own.';
  return {
    stages: [
      {
        label: 'application',
        service: { kind: 'rate', label: `${rate} records/s`, recordsPerSecond: rate },
      },
    ],
    assumptions: ['AWS has deleted these applications: a run only compares old designs.', remembered],
  };
}

export const simulation: SimulationModel = {
  description:
    'A fluid server at a rate that you set, for comparing an old design with its successor. The service itself no longer exists.',
  sources: ['KDA-DISC', 'ASSUMPTION'],
  build,
};
