import { ArrivalCurve } from '../arrivals.ts';
import { RandomStream } from '../random.ts';
import type { SourceSpec } from '../station.ts';
import type { Handler, Simulation } from './simulation.ts';

/** What a source does with each record it makes. */
export type Emit = (source: number, sizeBytes: number) => void;

/** Makes records one by one: evenly spaced along the curve, or a Poisson process with that rate. */
export class ExactSource implements Handler {
  emitted = 0;
  private readonly simulation: Simulation;
  private readonly id: number;
  private readonly spec: SourceSpec;
  private readonly index: number;
  private readonly curve: ArrivalCurve;
  private readonly random: RandomStream;
  private readonly sizes: RandomStream;
  private readonly emit: Emit;
  private readonly mayEmit: () => boolean;
  /** Constant rate, or 0 when the rate varies. */
  private readonly steadyRate: number;
  private readonly isPoisson: boolean;
  private position = 0;

  constructor(
    simulation: Simulation,
    spec: SourceSpec,
    index: number,
    seed: number,
    mayEmit: () => boolean,
    emit: Emit,
  ) {
    this.simulation = simulation;
    this.id = simulation.register(this);
    this.spec = spec;
    this.index = index;
    this.curve = new ArrivalCurve(spec.arrivals);
    this.random = new RandomStream(seed, `arrivals:${spec.id}`);
    this.sizes = new RandomStream(seed, `sizes:${spec.id}`);
    this.isPoisson = spec.arrivals.randomness === 'poisson';
    this.mayEmit = mayEmit;
    this.emit = emit;
    this.steadyRate = spec.arrivals.points.length === 1 ? (spec.arrivals.points[0]?.[1] ?? 0) : 0;
    (spec.arrivals.bursts ?? []).forEach(([seconds], burst) =>
      simulation.schedule(seconds, this.id, burst + 1),
    );
    this.planNext();
  }

  handle(burst: number): void {
    if (burst > 0) {
      const size = Math.round(this.spec.arrivals.bursts?.[burst - 1]?.[1] ?? 0);
      for (let i = 0; i < size && this.mayEmit(); i++) {
        this.emitted++;
        this.emit(this.index, this.drawSize());
      }
      return;
    }
    if (this.mayEmit()) {
      this.emitted++;
      this.emit(this.index, this.drawSize());
      this.planNext();
    }
  }

  /** Size of the next record: drawn from the listed sizes, or always the mean. */
  private drawSize(): number {
    const { sizes, recordSizeBytes } = this.spec;
    if (sizes === undefined) {
      return recordSizeBytes;
    }
    let rest = this.sizes.next();
    for (const { bytes, share } of sizes) {
      rest -= share;
      if (rest < 0) {
        return bytes;
      }
    }
    return sizes.at(-1)?.bytes ?? recordSizeBytes;
  }

  private planNext(): void {
    const poisson = this.isPoisson;
    const gap = poisson ? -Math.log(this.random.next()) : 1;
    this.position += gap;
    let time: number;
    if (this.steadyRate > 0) {
      // Evenly spaced records sit on multiples of the spacing: no rounding piles up.
      time = poisson ? this.simulation.now + gap / this.steadyRate : this.position / this.steadyRate;
    } else {
      time = this.curve.getTimeOf(this.position);
    }
    if (time < Number.POSITIVE_INFINITY) {
      this.simulation.schedule(time, this.id, 0);
    }
  }
}
