import type { PropertyDefinition } from '../property.ts';

export const properties: readonly PropertyDefinition[] = [
  {
    name: 'readsPerSecond',
    label: 'Reads at most',
    type: 'number',
    default: 0,
    min: 0,
    unit: 'records/s',
    help: 'How fast the other side takes in answers and notifications; 0 for no limit.',
    group: 'Simulation',
    assumption: true,
    sources: ['ASSUMPTION'],
  },
  {
    name: 'timeoutSeconds',
    label: 'Patience',
    type: 'number',
    default: 30,
    min: 0.1,
    unit: 's',
    help: 'What has waited longer than this in front of a slow reader is given up.',
    group: 'Simulation',
    assumption: true,
    sources: ['ASSUMPTION'],
  },
];
