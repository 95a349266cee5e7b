import type { PropertyDefinition } from '../property.ts';

export const properties: readonly PropertyDefinition[] = [
  {
    name: 'restrictToBuckets',
    label: 'Connected buckets only',
    type: 'flag',
    default: true,
    help: 'Endpoint policy that lets through requests to the connected buckets and to no other.',
    group: 'Security',
    sources: ['VPCE-S3', 'N-061'],
  },
];
