import type { PropertyDefinition } from '../property.ts';

export const properties: readonly PropertyDefinition[] = [
  {
    name: 'enableKeyRotation',
    label: 'Yearly rotation',
    type: 'flag',
    default: true,
    help: 'AWS KMS makes new key material every year and keeps the old for decryption.',
    group: 'Security',
    sources: ['CDK'],
  },
  {
    name: 'pendingWindowInDays',
    label: 'Waiting period before deletion',
    type: 'number',
    default: 30,
    min: 7,
    max: 30,
    integer: true,
    unit: 'days',
    help: 'How long a deleted key can still be restored. Data encrypted with a deleted key is lost.',
    group: 'Security',
    advanced: true,
    sources: ['CDK'],
  },
];
