import type { Handler, Simulation, Stage } from './simulation.ts';

/**
 * Processor sharing: all present records progress at the same speed, `capacity` over their number
 * but at most `fastest`. Progress is one common clock of work, so a record ends when that clock
 * reaches its own mark, and an arrival costs a heap operation.
 */
export class Sharing implements Stage, Handler {
  private readonly simulation: Simulation;
  private readonly id: number;
  private readonly capacity: number;
  private readonly fastest: number;
  private readonly getWork: (record: number) => number;
  private readonly next: Stage;
  private readonly onWork: (record: number, work: number) => void;
  private marks = new Float64Array(64);
  private members = new Int32Array(64);
  private works = new Float64Array(64);
  private count = 0;
  private progress = 0;
  private last = 0;
  private generation = 0;

  constructor(
    simulation: Simulation,
    options: {
      capacity: number;
      fastest: number;
      getWork: (record: number) => number;
      next: Stage;
      onWork: (record: number, work: number) => void;
    },
  ) {
    this.simulation = simulation;
    this.id = simulation.register(this);
    this.capacity = options.capacity;
    this.fastest = options.fastest;
    this.getWork = options.getWork;
    this.next = options.next;
    this.onWork = options.onWork;
  }

  enter(record: number): void {
    this.advance();
    const work = this.getWork(record);
    this.insert(this.progress + work, record, work);
    this.plan();
  }

  handle(generation: number): void {
    if (generation !== this.generation) {
      return;
    }
    this.advance();
    const record = this.members[0] as number;
    const work = this.works[0] as number;
    this.progress = this.marks[0] as number;
    this.removeFirst();
    this.plan();
    this.onWork(record, work);
    this.next.enter(record);
  }

  private getSpeed(): number {
    return Math.min(this.fastest, this.capacity / this.count);
  }

  private advance(): void {
    const { now } = this.simulation;
    if (this.count > 0) {
      this.progress += (now - this.last) * this.getSpeed();
    } else {
      this.progress = 0;
    }
    this.last = now;
  }

  private plan(): void {
    this.generation = (this.generation + 1) | 0;
    if (this.count > 0) {
      const left = Math.max(0, (this.marks[0] as number) - this.progress);
      this.simulation.schedule(this.simulation.now + left / this.getSpeed(), this.id, this.generation);
    }
  }

  private insert(mark: number, record: number, work: number): void {
    if (this.count === this.marks.length) {
      this.grow();
    }
    let hole = this.count++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if ((this.marks[parent] as number) <= mark) {
        break;
      }
      this.move(parent, hole);
      hole = parent;
    }
    this.marks[hole] = mark;
    this.members[hole] = record;
    this.works[hole] = work;
  }

  private removeFirst(): void {
    const last = --this.count;
    if (last === 0) {
      return;
    }
    const mark = this.marks[last] as number;
    const record = this.members[last] as number;
    const work = this.works[last] as number;
    let hole = 0;
    for (let child = 1; child < last; child = 2 * hole + 1) {
      if (child + 1 < last && (this.marks[child + 1] as number) < (this.marks[child] as number)) {
        child++;
      }
      if (mark <= (this.marks[child] as number)) {
        break;
      }
      this.move(child, hole);
      hole = child;
    }
    this.marks[hole] = mark;
    this.members[hole] = record;
    this.works[hole] = work;
  }

  private move(from: number, to: number): void {
    this.marks[to] = this.marks[from] as number;
    this.members[to] = this.members[from] as number;
    this.works[to] = this.works[from] as number;
  }

  private grow(): void {
    const size = this.marks.length * 2;
    const marks = new Float64Array(size);
    marks.set(this.marks);
    this.marks = marks;
    const works = new Float64Array(size);
    works.set(this.works);
    this.works = works;
    const members = new Int32Array(size);
    members.set(this.members);
    this.members = members;
  }
}
