import type { LimitDefinition } from './define-service.ts';
import { isLargeRegion, largeRegions } from './regions.ts';

const mediumRegions: readonly string[] = [
  'us-east-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'eu-central-1',
  'eu-west-2',
];

const tiers = [
  { id: 'large', label: 'largest Regions', requests: 100_000, regions: largeRegions },
  { id: 'medium', label: 'medium Regions', requests: 20_000, regions: mediumRegions },
  { id: 'other', label: 'other Regions', requests: 10_000, regions: [] },
] as const;

/** Id of the limit on symmetric requests that holds in the Region; ids start with the prefix. */
export function getKmsRequestLimit(prefix: string, region: string): string {
  const tier = isLargeRegion(region) ? 'large' : mediumRegions.includes(region) ? 'medium' : 'other';
  return `${prefix}-${tier}`;
}

/** The default quotas of an account for symmetric requests: one pool for all keys of a Region. */
export function buildKmsRequestLimits(prefix: string): LimitDefinition[] {
  return tiers.map(({ id, label, requests, regions }) => ({
    id: `${prefix}-${id}`,
    label: `KMS symmetric requests, ${label}`,
    value: requests,
    unit: 'requests/s',
    kind: 'quota',
    adjustable: 'adjustable',
    note: [...regions, 'one pool per account and Region'].join(', '),
    sources: ['KMS-Q'],
    checked: '2026-11-23',
  }));
}
