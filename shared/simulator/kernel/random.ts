/**
 * Counter-based randomness: a draw is a function of (seed, stream, step, index) and nothing else,
 * so adding a station or changing the order of work never disturbs the draws of another one.
 */

const GOLDEN = 0x9e3779b9;
const TWO_POW_MINUS_53 = 2 ** -53;

/** Bijective scrambling of 32 bits (two multiply-xorshift rounds). */
export function mix32(value: number): number {
  let x = value | 0;
  x ^= x >>> 16;
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = Math.imul(x, 0x846ca68b);
  x ^= x >>> 16;
  return x >>> 0;
}

/** 32-bit hash of a text (FNV-1a over UTF-16 units, then scrambled). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return mix32(hash);
}

/** The draws of one named stream of one seed. `seek` places it at a step; `next` walks the draw index. */
export class RandomStream {
  private readonly keyLow: number;
  private readonly keyHigh: number;
  private base: number;
  private index = 0;

  constructor(seed: number, stream: string) {
    const seedLow = mix32(seed | 0);
    const seedHigh = mix32(Math.floor(seed / 2 ** 32) ^ 0x5bd1e995);
    // Signed words: they stay small integers in the engine's memory.
    this.keyLow = mix32(hashText(stream) ^ seedLow) | 0;
    this.keyHigh = mix32(hashText(`${stream}#`) ^ mix32(seedLow ^ seedHigh)) | 0;
    this.base = this.keyLow;
  }

  /** Continues with draw 0 of the given step. */
  seek(step: number): void {
    this.base = mix32(this.keyLow ^ mix32((step | 0) + GOLDEN)) ^ (Math.floor(step / 2 ** 32) | 0);
    this.index = 0;
  }

  /** Next draw, uniform on the open interval (0, 1) with 53 bits. */
  next(): number {
    // The second key enters between the two rounds: each stream is a permutation of its own, not
    // another stretch of one shared cycle.
    let x = (this.base + Math.imul(this.index++, GOLDEN)) | 0;
    x ^= x >>> 16;
    x = Math.imul(x, 0x7feb352d);
    x ^= x >>> 15;
    x = Math.imul(x ^ this.keyHigh, 0x846ca68b);
    x ^= x >>> 16;
    let y = Math.imul(x + 0x6d2b79f5, 0x2c1b3c6d);
    y = Math.imul(y ^ (y >>> 15) ^ this.base, 0x297a2d39);
    y ^= y >>> 15;
    return ((x >>> 0) * 2097152 + (y >>> 11) + 0.5) * TWO_POW_MINUS_53;
  }
}
