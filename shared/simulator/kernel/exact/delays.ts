import type { Handler, Simulation, Stage } from './simulation.ts';

/** Room for all: each record stays its own drawn time. */
export class Delay implements Stage, Handler {
  private readonly simulation: Simulation;
  private readonly id: number;
  private readonly sample: () => number;
  private readonly next: Stage;

  constructor(simulation: Simulation, sample: () => number, next: Stage) {
    this.simulation = simulation;
    this.id = simulation.register(this);
    this.sample = sample;
    this.next = next;
  }

  enter(record: number): void {
    this.simulation.schedule(this.simulation.now + this.sample(), this.id, record);
  }

  handle(record: number): void {
    this.next.enter(record);
  }
}

/** Time until the last of several branches ends. */
export function getLongestSampler(samplers: readonly (() => number)[]): () => number {
  return () => {
    let longest = 0;
    for (const sample of samplers) {
      longest = Math.max(longest, sample());
    }
    return longest;
  };
}

/** Makespan of `items` tasks taken in order by `concurrency` workers. */
export function getMapSampler(items: number, concurrency: number, sample: () => number): () => number {
  const workers = Math.max(1, Math.min(items, concurrency));
  const freeAt = new Float64Array(workers);
  return () => {
    freeAt.fill(0);
    let makespan = 0;
    for (let item = 0; item < items; item++) {
      // The earliest worker sits at the root of a heap.
      const end = (freeAt[0] as number) + sample();
      makespan = Math.max(makespan, end);
      let hole = 0;
      for (let child = 1; child < workers; child = 2 * hole + 1) {
        if (child + 1 < workers && (freeAt[child + 1] as number) < (freeAt[child] as number)) {
          child++;
        }
        if (end <= (freeAt[child] as number)) {
          break;
        }
        freeAt[hole] = freeAt[child] as number;
        hole = child;
      }
      freeAt[hole] = end;
    }
    return makespan;
  };
}
