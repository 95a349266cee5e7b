/** Regions where AWS publishes the highest default quotas for most streaming services. */
export const largeRegions: readonly string[] = ['us-east-1', 'us-west-2', 'eu-west-1'];

/** Whether the Region belongs to the group with the highest default quotas. */
export function isLargeRegion(region: string): boolean {
  return largeRegions.includes(region);
}

/**
 * Regions between the largest and the others in the table of KMS request quotas:
 * https://docs.aws.amazon.com/kms/latest/developerguide/requests-per-second.html
 */
const mediumKmsRegions: readonly string[] = [
  'us-east-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'eu-central-1',
  'eu-west-2',
];

/** Which of the three default quotas for symmetric KMS requests the Region has. */
export function getKmsTier(region: string): 'large' | 'medium' | 'other' {
  if (isLargeRegion(region)) return 'large';
  return mediumKmsRegions.includes(region) ? 'medium' : 'other';
}
