import type { Workload } from '../../graph/design.ts';
import { getSizeClasses, type SizeClass } from '../../graph/record-sizes.ts';
import { getWorkloadRates } from './workload-rates.ts';

/**
 * Sizes of the records of several workloads together, weighted by their mean rates and relative to
 * their common mean. Empty without traffic.
 */
export function mixSizes(workloads: readonly Workload[]): SizeClass[] {
  const parts = workloads.map((workload) => ({
    rate: getWorkloadRates(workload).meanPerSecond,
    classes: getSizeClasses(workload),
  }));
  const total = parts.reduce((sum, part) => sum + part.rate, 0);
  if (!(total > 0)) return [];
  const classes = parts.flatMap(({ rate, classes: sizes }) =>
    sizes.map(({ bytes, share }) => ({ bytes, share: (share * rate) / total })),
  );
  const mean = classes.reduce((sum, size) => sum + size.share * size.bytes, 0);
  return mean > 0 ? classes.map(({ bytes, share }) => ({ bytes: bytes / mean, share })) : [];
}
