import type { SimulationModel } from '../simulation-model.ts';

export const simulation: SimulationModel = {
  description:
    'Imported data waits for the next refresh and is then taken in at a rate you set. Queried data is there after the time of a query; the source bears the load.',
  sources: ['QS-SRC', 'ASSUMPTION'],
  build({ config }) {
    if (config.text('importMode') === 'DIRECT_QUERY') {
      const seconds = config.number('querySeconds');
      return {
        stages: [
          {
            label: 'views',
            service: { kind: 'unlimited', time: { distribution: 'deterministic', meanSeconds: seconds } },
          },
        ],
      };
    }
    const minutes = config.number('refreshMinutes');
    const rate = config.number('rowsPerSecond');
    return {
      stages: [
        {
          label: 'refresh',
          job: {
            label: `Refresh every ${minutes} min at ${rate} rows/s`,
            periodSeconds: minutes * 60,
            offsetSeconds: minutes * 60,
            startupSeconds: 0,
            recordsPerSecond: rate,
            slots: 1,
          },
        },
      ],
      assumptions: ['One record is one row; a refresh takes in what has come since the last one.'],
    };
  },
};
