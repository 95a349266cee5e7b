import { getErlangC } from '../erlang.ts';
import { getSquaredVariation } from '../service-time.ts';
import type { Service } from '../station.ts';

const TABLE_POINTS = 512;
/** Mean over a step of a reflected random walk, in standard deviations at its end: √(2/π) · 2/3. */
const SPREAD_TO_MEAN = 0.532;

/**
 * Waits shorter than a step, which fluid does not see: a random arrival waits with the Erlang-C
 * probability, then exponentially with the Allen–Cunneen mean. Exact for M/M/c and for the mean of
 * M/G/1, a good guess elsewhere.
 */
export class SubStepWait {
  /** Answer of the last `update`. */
  share = 0;
  meanSeconds = 0;
  private readonly variation: number;
  private readonly seconds: number;
  private servers = -1;
  private readonly shares = new Float64Array(TABLE_POINTS + 1);

  constructor(service: Extract<Service, { kind: 'servers' }>, seconds: number) {
    this.variation = getSquaredVariation(service.time);
    this.seconds = seconds;
  }

  /** Sets share and mean for a lane with this many servers and arrivals; false when nothing waits. */
  update(servers: number, arrivalRate: number, stepSeconds: number): boolean {
    const offered = arrivalRate * this.seconds;
    if (!(offered < servers) || stepSeconds === 0) {
      return false;
    }
    const steady = ((1 + this.variation) / 2) * (this.seconds / (servers - offered));
    // Near full load the steady state is further away than a step: chance alone piles up about so much.
    const spread = Math.sqrt(arrivalRate * stepSeconds * (1 + this.variation));
    this.meanSeconds = Math.min(steady, (SPREAD_TO_MEAN * spread * this.seconds) / servers);
    this.share = this.getShare(servers, offered);
    return this.share * this.meanSeconds > 1e-6;
  }

  /** Erlang C from a table: it is asked every step. */
  private getShare(servers: number, offered: number): number {
    if (servers !== this.servers) {
      this.servers = servers;
      for (let i = 0; i <= TABLE_POINTS; i++) {
        this.shares[i] = getErlangC(servers, (servers * i) / TABLE_POINTS);
      }
    }
    const place = (offered / servers) * TABLE_POINTS;
    const i = Math.min(TABLE_POINTS - 1, Math.floor(place));
    const low = this.shares[i] as number;
    return low + ((this.shares[i + 1] as number) - low) * (place - i);
  }
}
