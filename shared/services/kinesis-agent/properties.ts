import { runsOn } from '../producer-role.ts';
import type { PropertyDefinition } from '../property.ts';

export const properties: readonly PropertyDefinition[] = [
  runsOn,
  {
    name: 'filePattern',
    label: 'Files',
    type: 'text',
    default: '/var/log/app/*.log',
    required: true,
    maxLength: 1024,
    help: 'Files the agent follows, rotated ones included.',
    group: 'General',
    sources: ['KDS-AGENT', 'N-090'],
  },
  {
    name: 'partitionKeyOption',
    label: 'Partition key',
    type: 'select',
    default: 'RANDOM',
    options: [
      { value: 'RANDOM', label: 'Random', help: 'Lines spread evenly over the shards.' },
      { value: 'DETERMINISTIC', label: 'From the line', help: 'Equal lines go to the same shard.' },
    ],
    help: 'How the shard of a line is chosen.',
    group: 'Delivery',
    sources: ['KDS-AGENT'],
  },
  {
    name: 'maxBufferAgeMs',
    label: 'Buffer for at most',
    type: 'number',
    default: 60_000,
    min: 1000,
    max: 900_000,
    integer: true,
    unit: 'ms',
    help: 'How long lines wait before they are sent.',
    group: 'Delivery',
    sources: ['KDS-AGENT'],
  },
  {
    name: 'initialPosition',
    label: 'Start at',
    type: 'select',
    default: 'END_OF_FILE',
    options: [
      { value: 'END_OF_FILE', label: 'End of the file' },
      { value: 'START_OF_FILE', label: 'Start of the file' },
    ],
    help: 'Where reading a file begins the first time.',
    group: 'Delivery',
    advanced: true,
    sources: ['KDS-AGENT'],
  },
];
