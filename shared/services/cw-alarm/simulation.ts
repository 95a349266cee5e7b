import type { NodeModel, SimulationContext, SimulationModel } from '../simulation-model.ts';

function build(context: SimulationContext): NodeModel {
  const seconds = Number(context.config.text('periodSeconds'));
  const periods = context.config.number('datapointsToAlarm');
  const share = context.config.number('alarmShare');
  return {
    stages: [
      {
        label: 'evaluation',
        service: { kind: 'unlimited' },
        batch: {
          label: `Evaluated every ${seconds} s`,
          maxSeconds: seconds,
          scope: 'station',
          timer: 'last-flush',
        },
        // A signal needs so many bad periods before anyone hears of it.
        delaySeconds: (periods - 1) * seconds,
        transform: { recordsPerRecord: share, bytesPerByte: share },
      },
    ],
    fanOut: 'copy',
    cost: [
      {
        label: 'Alarm',
        basis: 'hours',
        factor: 1 / 730,
        price: seconds < 60 ? 'price-alarm-high' : 'price-alarm',
      },
    ],
    assumptions: ['Shows how late a signal comes; the metric’s value is not computed.'],
  };
}

export const simulation: SimulationModel = {
  description:
    'Values are held until the period ends, and for the bad periods it takes: the delay between cause and notice. A share of them changes the state and goes on.',
  sources: ['CW-ALM'],
  build,
};
