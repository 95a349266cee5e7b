import type { NumberProperty, PropertyDefinition, SelectProperty } from './property.ts';
import type { SimulationContext, Stage } from './simulation-model.ts';

const capacity: NumberProperty = {
  name: 'recordsPerSecond',
  label: 'Takes at most',
  type: 'number',
  default: 0,
  min: 0,
  unit: 'records/s',
  help: 'How fast the other side takes records in, by its licence or its size; 0 for no limit.',
  group: 'Simulation',
  assumption: true,
  sources: ['ASSUMPTION'],
};

const response: NumberProperty = {
  name: 'responseSeconds',
  label: 'Response time',
  type: 'number',
  default: 0.1,
  min: 0,
  max: 3600,
  unit: 's',
  help: 'Time until a record is accepted, network included.',
  group: 'Simulation',
  assumption: true,
  sources: ['ASSUMPTION'],
};

const overload: SelectProperty = {
  name: 'overload',
  label: 'When it is too fast',
  type: 'select',
  default: 'REFUSE',
  options: [
    { value: 'REFUSE', label: 'Refuses', help: 'Answers "too many requests"; the sender tries again.' },
    { value: 'WAIT', label: 'Lets wait', help: 'Records queue up in front of it.' },
    { value: 'LOSE', label: 'Loses', help: 'What does not fit is gone.' },
  ],
  help: 'What happens to records above the limit.',
  group: 'Simulation',
  assumption: true,
  sources: ['ASSUMPTION'],
};

const patience: NumberProperty = {
  name: 'senderRetrySeconds',
  label: 'Senders retry for',
  type: 'number',
  default: 300,
  min: 0,
  max: 86_400,
  unit: 's',
  help: 'How long senders keep a refused record before they give it up. Firehose retries for 0 to 7,200 s.',
  group: 'Simulation',
  assumption: true,
  visibleWhen: { property: 'overload', equals: ['REFUSE'] },
  sources: ['ASSUMPTION', 'FH-BUF'],
};

/** What a system outside AWS takes in, how fast it answers and what it does with more. */
export const remoteEndpoint: readonly PropertyDefinition[] = [capacity, response, overload, patience];

/** The other side of the network: a capacity the designer states, and its answer to more than that. */
export function buildRemoteStage(
  context: SimulationContext,
  label: string,
  /** Property with the time until a record is accepted. */
  timeProperty = response.name,
): Stage {
  const rate = context.config.number(capacity.name);
  const seconds = context.config.number(timeProperty);
  const limit = `${label} takes ${rate} records/s`;
  const open: Stage = {
    label,
    service: { kind: 'unlimited', time: { distribution: 'deterministic', meanSeconds: seconds } },
  };
  if (rate === 0) return open;
  const behaviour = context.config.text(overload.name);
  if (behaviour === 'WAIT') {
    return {
      label,
      queue: { onFull: 'block' },
      service: { kind: 'rate', label: limit, recordsPerSecond: rate },
      delaySeconds: seconds,
    };
  }
  const retrySeconds = behaviour === 'REFUSE' ? context.config.number(patience.name) : 0;
  return {
    ...open,
    admission: [
      {
        label: limit,
        recordsPerSecond: rate,
        scope: 'station',
        ...(retrySeconds > 0 ? { onRefuse: 'retry', retryForSeconds: retrySeconds } : { onRefuse: 'drop' }),
      },
    ],
  };
}
