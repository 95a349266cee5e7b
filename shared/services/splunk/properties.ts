import type { PropertyDefinition } from '../property.ts';
import { remoteEndpoint } from '../remote-endpoint.ts';

export const properties: readonly PropertyDefinition[] = [
  {
    name: 'acknowledgmentSeconds',
    label: 'Acknowledgement after',
    type: 'number',
    default: 5,
    min: 0,
    max: 600,
    unit: 's',
    help: 'Time until an indexer acknowledges an event. Firehose waits 180 to 600 s for it and then sends again.',
    group: 'Simulation',
    assumption: true,
    sources: ['ASSUMPTION', 'FH-BUF'],
  },
  ...remoteEndpoint.filter(({ name }) => name !== 'responseSeconds'),
];
