import type { RandomStream } from '../random.ts';
import { drawServiceTime } from '../service-time.ts';
import type { ServiceTime } from '../station.ts';

/** Draws service times of one station; the two commonest kinds skip the general way. */
export function getSampler(time: ServiceTime, random: RandomStream): () => number {
  switch (time.distribution) {
    case 'deterministic': {
      const seconds = time.meanSeconds;
      return () => seconds;
    }
    case 'exponential': {
      const mean = time.meanSeconds;
      return () => -mean * Math.log(random.next());
    }
    default:
      return () => drawServiceTime(time, random);
  }
}
