import type { Properties } from '../../graph/design.ts';

/**
 * Services that load what lies in the bucket once and then hold it themselves. Training jobs and
 * knowledge bases read their data again on every run, so that their bucket is no staging area.
 */
const loaders: ReadonlySet<string> = new Set(['redshift', 'timestream', 'dynamodb']);

/** Whether a bucket in front of the service only stages data. */
export const needsStaging = (next: string): boolean => loaders.has(next);

interface BucketNode {
  service: 's3';
  name: string;
  properties: Properties;
}

const lifecycleRule = (values: Properties): Properties => ({
  prefix: '',
  tagKey: '',
  tagValue: '',
  transitionDays: 30,
  transitionClass: 'NONE',
  expirationDays: 0,
  noncurrentTransitionDays: 0,
  noncurrentExpirationDays: 0,
  ...values,
});

/** Bucket whose objects are loaded and then expire after 7 days; no versions (MI-03). */
export const getStagingBucket = (base: Properties): BucketNode => ({
  service: 's3',
  name: 'Staging bucket',
  properties: {
    ...base,
    versioning: false,
    lifecycleRules: [lifecycleRule({ expirationDays: 7 })],
  },
});

/** Bucket that keeps what lands: Standard-IA at 30 days, old versions deleted after 90 (MI-03). */
export const getLandingBucket = (base: Properties): BucketNode => ({
  service: 's3',
  name: 'Landing bucket',
  properties: {
    ...base,
    lifecycleRules: [
      lifecycleRule({ transitionDays: 30, transitionClass: 'STANDARD_IA', noncurrentExpirationDays: 90 }),
    ],
  },
});
