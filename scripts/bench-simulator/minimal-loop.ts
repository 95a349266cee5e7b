import { createDraws } from './draws.ts';
import { burstyHour, singleQueue, threeStages } from './workloads.ts';

/** Fewest moves for a future event: times and codes in two typed arrays, no ties broken, no statistics. */
class Heap {
  size = 0;
  private readonly times: Float64Array;
  private readonly codes: Int32Array;
  code = 0;

  constructor(most: number) {
    this.times = new Float64Array(most);
    this.codes = new Int32Array(most);
  }

  push(time: number, code: number): void {
    const { times, codes } = this;
    let hole = this.size++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const parentTime = times[parent] as number;
      if (parentTime <= time) break;
      times[hole] = parentTime;
      codes[hole] = codes[parent] as number;
      hole = parent;
    }
    times[hole] = time;
    codes[hole] = code;
  }

  /** Time of the earliest event, whose code is then in `code`. */
  pop(): number {
    const { times, codes } = this;
    const first = times[0] as number;
    this.code = codes[0] as number;
    const last = --this.size;
    const time = times[last] as number;
    const code = codes[last] as number;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= last) break;
      if (child + 1 < last && (times[child + 1] as number) < (times[child] as number)) child++;
      const childTime = times[child] as number;
      if (time <= childTime) break;
      times[hole] = childTime;
      codes[hole] = codes[child] as number;
      hole = child;
    }
    times[hole] = time;
    codes[hole] = code;
    return first;
  }
}

/** Birth times of what waits, first in, first out. */
class Ring {
  size = 0;
  private head = 0;
  private births = new Float64Array(1024);

  push(birth: number): void {
    if (this.size === this.births.length) {
      const wide = new Float64Array(this.size * 2);
      for (let i = 0; i < this.size; i++) wide[i] = this.births[(this.head + i) & (this.size - 1)] as number;
      this.births = wide;
      this.head = 0;
    }
    this.births[(this.head + this.size) & (this.births.length - 1)] = birth;
    this.size++;
  }

  shift(): number {
    const birth = this.births[this.head] as number;
    this.head = (this.head + 1) & (this.births.length - 1);
    this.size--;
    return birth;
  }
}

/** M/M/1: mean time in the system. */
export function runMinimalQueue(seed: number): number {
  const { records, ratePerSecond, serviceSeconds } = singleQueue;
  const draw = createDraws(seed);
  const heap = new Heap(4);
  const ring = new Ring();
  let arrived = 0;
  let sum = 0;
  heap.push(-Math.log(draw()) / ratePerSecond, 0);
  while (heap.size > 0) {
    const now = heap.pop();
    if (heap.code === 0) {
      ring.push(now);
      if (++arrived < records) heap.push(now - Math.log(draw()) / ratePerSecond, 0);
      if (ring.size > 1) continue;
    } else {
      sum += now - ring.shift();
      if (ring.size === 0) continue;
    }
    heap.push(now - Math.log(draw()) * serviceSeconds, 1);
  }
  return sum / records;
}

/** The three stages: mean time from arrival to the end of the pool. */
export function runMinimalStages(seed: number): number {
  const { records, ratePerSecond, shards, shardSeconds, consumerSeconds, workers, workerSeconds } =
    threeStages;
  const draw = createDraws(seed);
  const heap = new Heap(2 * shards + workers + 1);
  const shardRings = Array.from({ length: shards }, () => new Ring());
  const consumerRings = Array.from({ length: shards }, () => new Ring());
  const pool = new Ring();
  const workerBirths = new Float64Array(workers);
  const idle = Int32Array.from({ length: workers }, (_, i) => i);
  let idleCount = workers;
  let arrived = 0;
  let sum = 0;
  // Codes: 0 arrival, then a block for shards, one for consumers, one for workers.
  const firstConsumer = 1 + shards;
  const firstWorker = firstConsumer + shards;
  heap.push(-Math.log(draw()) / ratePerSecond, 0);
  while (heap.size > 0) {
    const now = heap.pop();
    const { code } = heap;
    if (code === 0) {
      const shard = (draw() * shards) | 0;
      const ring = shardRings[shard] as Ring;
      ring.push(now);
      if (ring.size === 1) heap.push(now + shardSeconds, 1 + shard);
      if (++arrived < records) heap.push(now - Math.log(draw()) / ratePerSecond, 0);
    } else if (code < firstConsumer) {
      const ring = shardRings[code - 1] as Ring;
      const next = consumerRings[code - 1] as Ring;
      next.push(ring.shift());
      if (ring.size > 0) heap.push(now + shardSeconds, code);
      if (next.size === 1) heap.push(now - Math.log(draw()) * consumerSeconds, code + shards);
    } else if (code < firstWorker) {
      const ring = consumerRings[code - firstConsumer] as Ring;
      const birth = ring.shift();
      if (ring.size > 0) heap.push(now - Math.log(draw()) * consumerSeconds, code);
      if (idleCount > 0) {
        const worker = idle[--idleCount] as number;
        workerBirths[worker] = birth;
        heap.push(now - Math.log(draw()) * workerSeconds, firstWorker + worker);
      } else {
        pool.push(birth);
      }
    } else {
      const worker = code - firstWorker;
      sum += now - (workerBirths[worker] as number);
      if (pool.size > 0) {
        workerBirths[worker] = pool.shift();
        heap.push(now - Math.log(draw()) * workerSeconds, code);
      } else {
        idle[idleCount++] = worker;
      }
    }
  }
  return sum / records;
}

/**
 * The bursty hour record by record: every wait of every shard by Lindley's recursion, which needs no
 * event list. Returns all waits, sorted.
 */
export function runMinimalHour(seed: number): { waits: Float64Array; mean: number } {
  const hour = burstyHour;
  const draw = createDraws(seed);
  const most = (hour.ratePerSecond + hour.burstRatePerSecond) * hour.seconds;
  const waits = new Float64Array(most);
  const freeAt = new Float64Array(hour.shards);
  const service = 1 / hour.shardRatePerSecond;
  let count = 0;
  let sum = 0;
  let now = 0;
  for (;;) {
    const inBurst = now % hour.periodSeconds < hour.burstSeconds;
    const rate = inBurst ? hour.burstRatePerSecond : hour.ratePerSecond;
    const phase = Math.floor(now / hour.periodSeconds) * hour.periodSeconds;
    const change = phase + (inBurst ? hour.burstSeconds : hour.periodSeconds);
    const next = now - Math.log(draw()) / rate;
    if (next > change) {
      // Poisson arrivals have no memory: begin afresh at the change of the rate.
      now = change;
      if (now >= hour.seconds) break;
      continue;
    }
    now = next;
    if (now >= hour.seconds) break;
    const shard = (draw() * hour.shards) | 0;
    const free = freeAt[shard] as number;
    const wait = free > now ? free - now : 0;
    freeAt[shard] = now + wait + service;
    waits[count++] = wait;
    sum += wait;
  }
  return { waits: waits.subarray(0, count), mean: sum / count };
}
