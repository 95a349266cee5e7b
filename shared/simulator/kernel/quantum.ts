/**
 * Exact mass: every flow is a whole multiple of 2^-bits, so sums and differences are exact in
 * float64 as long as totals stay under 2^(53 − bits).
 */
export interface Quantum {
  bits: number;
  /** Multiples per unit: 2^bits. */
  scale: number;
  /** One multiple: 2^-bits. */
  size: number;
}

/** The finest quantum (at most 2^-30) under which `largestTotal` still sums exactly, with room to spare. */
export function getQuantum(largestTotal: number): Quantum {
  const needed = Math.ceil(Math.log2(Math.max(1, largestTotal)));
  const bits = Math.max(-40, Math.min(30, 50 - needed));
  return { bits, scale: 2 ** bits, size: 2 ** -bits };
}

/** Largest multiple of the quantum not above `value`. */
export function quantize(value: number, quantum: Quantum): number {
  return Math.floor(value * quantum.scale) * quantum.size;
}
