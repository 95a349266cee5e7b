/** Regions where AWS publishes the highest default quotas for most streaming services. */
export const largeRegions: readonly string[] = ['us-east-1', 'us-west-2', 'eu-west-1'];

/** Whether the Region belongs to the group with the highest default quotas. */
export function isLargeRegion(region: string): boolean {
  return largeRegions.includes(region);
}
